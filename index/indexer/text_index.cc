#include "indexer/text_index.h"

#include "indexer/added_documents.h"
#include "indexer/folders.h"

namespace incontro {
namespace {

constexpr std::size_t chunk_size = 128;  // documents in memory, with their words

}  // namespace

Result<std::unique_ptr<TextIndex>> TextIndex::open(const std::filesystem::path& home,
                                                   Collection collection, const Store& store,
                                                   Access access) {
  const auto directory = home / text_folder / folder_of(collection);
  std::unique_ptr<TextIndex> index(new TextIndex(collection));
  if (access == Access::exclusive) {
    std::error_code error;
    std::filesystem::create_directories(directory, error);
    if (error) return Error{Code::io, directory.string() + ": " + error.message()};
    auto writer = TextWriter::open(directory, store.identity());
    if (!writer) return writer.error();
    index->writer_ = std::move(*writer);
    // An index that claims more than the store has followed a store that is gone.
    if (index->writer_->applied() > store.last())
      return Error{Code::corrupt, "the text index is ahead of its store: run `incontro rebuild`"};
  }
  auto reader = TextReader::open(directory);
  if (!reader) return reader.error();
  index->reader_ = std::move(*reader);
  return index;
}

Done TextIndex::follow(std::span<const Change> changes, Sequence last, const Store& store,
                       const Analyzer& analyzer) {
  const Sequence after = writer_->applied();
  if (after >= last) return ok;
  for (std::size_t begin = 0; begin < changes.size(); begin += chunk_size) {
    const auto chunk = changes.subspan(begin, std::min(chunk_size, changes.size() - begin));
    const auto added = added_documents(collection_, chunk, after, store, analyzer);
    if (!added) return added.error();
    for (const AddedDocument& one : *added)
      if (one.stands)
        if (const Done put = writer_->put(one.document); !put) return put;
  }
  for (const DocumentNumber number : withdrawn_documents(collection_, changes, after))
    if (const Done removed = writer_->remove(number); !removed) return removed;
  return writer_->commit(last);
}

}  // namespace incontro
