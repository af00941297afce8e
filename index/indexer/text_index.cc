#include "indexer/text_index.h"

#include "indexer/added_documents.h"
#include "indexer/folders.h"
#include "text/text_apart.h"

namespace incontro {
namespace {

constexpr std::size_t chunk_size = 128;  // documents in memory, with their words

// A larger index is only opened: walking its tables would keep the home's opening waiting.
constexpr std::uintmax_t walked_bytes = 64 << 20;

std::uintmax_t bytes_in(const std::filesystem::path& folder) {
  std::uintmax_t bytes = 0;
  std::error_code error;
  for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    const auto size = it->file_size(error);
    bytes += error ? 0 : size;
  }
  return bytes;
}

// Why the index in the folder cannot be used; nothing where it can, where there is none, and where
// it is another store's, which the writer empties.
std::optional<Repair> fault_of(const std::filesystem::path& folder, const Store& store) {
  const Walk walk = bytes_in(folder) <= walked_bytes ? Walk::tables : Walk::open;
  const auto content = read_text_apart(folder, walk);
  if (!content && content.error().code == Code::corrupt)
    return Repair{Repair::Kind::text, content.error().message};
  if (content && content->identity == store.identity() && content->applied > store.last())
    return Repair{Repair::Kind::ahead, followed_more(folder, content->applied, store.last())};
  return std::nullopt;
}

}  // namespace

Result<std::unique_ptr<TextIndex>> TextIndex::open(const std::filesystem::path& folder,
                                                   Collection collection, const Store& store,
                                                   std::optional<Repair>& repair) {
  std::error_code error;
  repair = fault_of(folder, store);
  if (repair) {
    std::filesystem::path aside = folder;
    aside += ".damaged";
    std::filesystem::remove_all(aside, error);
    std::filesystem::rename(folder, aside, error);
    if (error) return Error{Code::io, folder.string() + ": " + error.message()};
  }
  std::filesystem::create_directories(folder, error);
  if (error) return Error{Code::io, folder.string() + ": " + error.message()};
  std::unique_ptr<TextIndex> index(new TextIndex(collection));
  auto writer = TextWriter::open(folder, store.identity());
  if (!writer) return writer.error();
  index->writer_ = std::move(*writer);
  auto reader = TextReader::open(folder);
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
