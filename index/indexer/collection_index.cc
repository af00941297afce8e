#include "indexer/collection_index.h"

#include "blocks/block_builder.h"
#include "blocks/block_file.h"

namespace incontro {
namespace {

const char* folder(Collection collection) {
  return collection == Collection::vacancies ? "vacancies" : "cvs";
}

}  // namespace

Result<std::unique_ptr<CollectionIndex>> CollectionIndex::open(const std::filesystem::path& home,
                                                               Collection collection,
                                                               const Store& store, Access access) {
  const auto text_directory = home / "text" / folder(collection);
  std::unique_ptr<CollectionIndex> index(
      new CollectionIndex(collection, home / "blocks" / folder(collection)));
  if (access == Access::exclusive) {
    std::error_code error;
    std::filesystem::create_directories(text_directory, error);
    if (error) return Error{Code::io, text_directory.string() + ": " + error.message()};
    auto writer = TextWriter::open(text_directory, store.identity());
    if (!writer) return writer.error();
    index->writer_ = std::move(*writer);
    index->text_applied_ = index->text_committed_ = index->writer_->applied();
    // An index that claims more than the store has followed a store that is gone.
    if (index->text_applied_ > store.last())
      return Error{Code::corrupt, "the text index is ahead of its store: run `incontro rebuild`"};
  } else {
    index->text_applied_ = store.last();
  }
  auto reader = TextReader::open(text_directory);
  if (!reader) return reader.error();
  index->reader_ = std::move(*reader);

  auto saved = load_blocks(index->blocks_directory_, collection, store.identity());
  if (saved && saved->applied <= store.last()) {
    index->blocks_ = BlockList::of(std::move(saved->views));
    index->blocks_applied_ = index->saved_applied_ = saved->applied;
  } else if (!saved && saved.error().code == Code::io) {
    return saved.error();
  }
  return index;
}

Done CollectionIndex::follow(const std::vector<Change>& changes, Sequence last, const Store& store,
                             const Analyzer& analyzer) {
  std::vector<Document> fresh;  // for the blocks, without gaps
  for (const Change& change : changes) {
    if (change.collection != collection_ || change.sequence > last || !change.added) continue;
    const bool for_text = change.sequence > text_applied_;
    const bool for_blocks = change.sequence > blocks_applied_;
    if (!for_text && !for_blocks) continue;
    const auto stored = store.document(collection_, *change.added);
    if (!stored) return stored.error();
    // What a later change has withdrawn already is not shown even for a moment.
    const bool stands = stored->state.status == Status::published;
    Document document = stands ? make_document(analyzer, stored->record, *change.added)
                               : placeholder(collection_, *change.added);
    if (for_text && stands)
      if (const Done put = writer_->put(document); !put) return put;
    if (for_blocks) fresh.push_back(std::move(document));
  }
  for (std::size_t begin = 0; begin < fresh.size(); begin += block_capacity)
    blocks_.append(build_block(
        collection_,
        std::span(fresh).subspan(begin, std::min(block_capacity, fresh.size() - begin))));
  for (const Change& change : changes) {
    if (change.collection != collection_ || change.sequence > last || !change.withdrawn) continue;
    if (change.sequence > text_applied_)
      if (const Done removed = writer_->remove(*change.withdrawn); !removed) return removed;
    if (change.sequence > blocks_applied_) blocks_.withdraw(*change.withdrawn);
  }
  text_applied_ = std::max(text_applied_, last);
  blocks_applied_ = std::max(blocks_applied_, last);
  return ok;
}

Done CollectionIndex::commit() {
  if (!writer_ || text_committed_ == text_applied_) return ok;
  if (const Done done = writer_->commit(text_applied_); !done) return done;
  text_committed_ = text_applied_;
  return ok;
}

Done CollectionIndex::save(std::uint64_t identity) {
  if (unsaved() == 0 && saved_applied_ > 0) return ok;
  const SavedBlocks saved{collection_, blocks_applied_, blocks_.views()};
  if (const Done done = save_blocks(blocks_directory_, identity, saved); !done) return done;
  saved_applied_ = blocks_applied_;
  return ok;
}

}  // namespace incontro
