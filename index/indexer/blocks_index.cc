#include "indexer/blocks_index.h"

#include "blocks/block_builder.h"
#include "blocks/block_file.h"
#include "blocks/word_builder.h"
#include "indexer/added_documents.h"
#include "indexer/folders.h"

namespace incontro {

Result<std::unique_ptr<BlocksIndex>> BlocksIndex::open(const std::filesystem::path& home,
                                                       Collection collection, const Store& store) {
  std::unique_ptr<BlocksIndex> index(
      new BlocksIndex(collection, home / blocks_folder / folder_of(collection)));
  auto saved = load_blocks(index->directory_, collection, store.identity());
  if (saved && saved->applied <= store.last()) {
    index->blocks_ = BlockList::of(std::move(saved->views));
    index->applied_ = index->saved_ = saved->applied;
  } else if (!saved && saved.error().code == Code::io) {
    return saved.error();
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
    for (AddedDocument& one : *added) documents.push_back(std::move(one.document));
    blocks_.append(build_block(collection_, documents), build_words(documents));
  }
  for (const DocumentNumber number : withdrawn_documents(collection_, changes, applied_))
    blocks_.withdraw(number);
  applied_ = last;
  return ok;
}

Done BlocksIndex::save(std::uint64_t identity) {
  if (unsaved() == 0 && saved_ > 0) return ok;
  SavedBlocks saved{collection_, applied_, blocks_.views()};
  if (const Done done = save_blocks(directory_, identity, saved); !done) return done;
  blocks_ = BlockList::of(std::move(saved.views));
  saved_ = applied_;
  return ok;
}

}  // namespace incontro
