#include "indexer/blocks_index.h"

#include "blocks/block_builder.h"
#include "blocks/block_file.h"
#include "blocks/word_builder.h"
#include "indexer/added_documents.h"
#include "indexer/folders.h"

namespace incontro {

std::unique_ptr<BlocksIndex> BlocksIndex::open(const std::filesystem::path& folder,
                                               Collection collection, const Store& store,
                                               std::optional<Repair>& repair) {
  std::unique_ptr<BlocksIndex> index(new BlocksIndex(collection, folder));
  auto saved = load_blocks(folder, collection, store.identity());
  repair.reset();
  if (saved && saved->applied <= store.last()) {
    index->blocks_ = BlockList::of(std::move(saved->views));
    index->applied_ = index->saved_ = saved->applied;
  } else if (saved) {
    repair = Repair{Repair::Kind::ahead, followed_more(folder, saved->applied, store.last())};
  } else if (saved.error().code != Code::not_found) {
    repair = Repair{Repair::Kind::blocks, saved.error().message};
    index->rewrite_ = true;
  } else {
    index->absent_ = true;
  }
  return index;
}

Done BlocksIndex::follow(std::span<const Change> changes, Sequence last, const Store& store,
                         const Analyzer& analyzer) {
  if (applied_ >= last) return ok;
  auto added = added_documents(collection_, changes, applied_, store, analyzer);
  if (!added) return added.error();
  if (!added->empty()) {
    std::vector<Document> documents;
    documents.reserve(added->size());
    for (AddedDocument& one : *added) {
      if (one.damaged) damaged_.push_back(one.document.number);
      documents.push_back(std::move(one.document));
    }
    blocks_.append(build_block(collection_, documents), build_words(documents));
    for (const AddedDocument& one : *added)
      if (!one.stands) blocks_.withdraw(one.document.number);
  }
  for (const DocumentNumber number : withdrawn_documents(collection_, changes, applied_))
    blocks_.withdraw(number);
  applied_ = last;
  return ok;
}

Done BlocksIndex::save(std::uint64_t identity) {
  if (unsaved() == 0 && saved_ > 0) return ok;
  // A damaged file would be kept for its name, which tells what it should hold.
  if (std::error_code ignored; rewrite_) std::filesystem::remove_all(directory_, ignored);
  rewrite_ = false;
  SavedBlocks saved{collection_, applied_, blocks_.views()};
  if (const Done done = save_blocks(directory_, identity, saved); !done) return done;
  blocks_ = BlockList::of(std::move(saved.views));
  saved_ = applied_;
  return ok;
}

}  // namespace incontro
