#include "indexer/collection_index.h"

#include <future>

#include "blocks/block_builder.h"
#include "blocks/block_file.h"
#include "blocks/word_builder.h"

namespace incontro {
namespace {

constexpr std::size_t chunk_size = 128;  // documents that are made ahead of those being written

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
  std::vector<Change> added;
  for (const Change& change : changes)
    if (change.collection == collection_ && change.sequence <= last && change.added &&
        (change.sequence > text_applied_ || change.sequence > blocks_applied_))
      added.push_back(change);

  // Xapian takes some five times as long as the analysis: the next documents are made meanwhile.
  std::vector<Document> fresh;  // for the blocks, without gaps
  const auto chunk = [&](std::size_t begin) {
    return std::span(added).subspan(begin, std::min(chunk_size, added.size() - begin));
  };
  const auto make = [&](std::size_t begin) {
    return make_documents(chunk(begin), store, analyzer);
  };
  std::future<Result<std::vector<MadeDocument>>> next;
  for (std::size_t begin = 0; begin < added.size(); begin += chunk_size) {
    auto made = next.valid() ? next.get() : make(begin);
    if (begin + chunk_size < added.size())
      next = std::async(std::launch::async, make, begin + chunk_size);
    if (!made) return made.error();
    for (MadeDocument& one : *made) {
      if (one.sequence > text_applied_ && one.stands)
        if (const Done put = writer_->put(one.document); !put) return put;
      if (one.sequence > blocks_applied_) fresh.push_back(std::move(one.document));
    }
  }
  for (std::size_t begin = 0; begin < fresh.size(); begin += block_capacity) {
    const auto part =
        std::span(fresh).subspan(begin, std::min(block_capacity, fresh.size() - begin));
    blocks_.append(build_block(collection_, part), build_words(part));
  }

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

Result<std::vector<CollectionIndex::MadeDocument>> CollectionIndex::make_documents(
    std::span<const Change> added, const Store& store, const Analyzer& analyzer) const {
  std::vector<MadeDocument> made;
  made.reserve(added.size());
  for (const Change& change : added) {
    const auto stored = store.document(collection_, *change.added);
    if (!stored) return stored.error();
    // What a later change has withdrawn already is not shown even for a moment.
    const bool stands = stored->state.status == Status::published;
    made.push_back({stands ? make_document(analyzer, stored->record, *change.added)
                           : placeholder(collection_, *change.added),
                    change.sequence, stands});
  }
  return made;
}

Done CollectionIndex::commit() {
  if (!writer_ || text_committed_ == text_applied_) return ok;
  if (const Done done = writer_->commit(text_applied_); !done) return done;
  text_committed_ = text_applied_;
  return ok;
}

Done CollectionIndex::save(std::uint64_t identity) {
  if (unsaved() == 0 && saved_applied_ > 0) return ok;
  SavedBlocks saved{collection_, blocks_applied_, blocks_.views()};
  if (const Done done = save_blocks(blocks_directory_, identity, saved); !done) return done;
  blocks_ = BlockList::of(std::move(saved.views));
  saved_applied_ = blocks_applied_;
  return ok;
}

}  // namespace incontro
