#include "indexer/compare.h"

#include <fmt/format.h>
#include <incontro/document.h>

#include <algorithm>

#include "blocks/block_builder.h"
#include "blocks/block_list.h"
#include "blocks/merge_blocks.h"
#include "blocks/word_builder.h"

namespace incontro {
namespace {

constexpr std::size_t differences_bound = 100;
constexpr std::size_t documents_at_once = 4'000;  // with their words, some 10 KB each

class Comparer {
 public:
  Comparer(Collection collection, const Snapshot& snapshot, const Store& store,
           const Analyzer& analyzer, Comparison& comparison)
      : collection_(collection),
        snapshot_(snapshot.of(collection)),
        store_(store),
        analyzer_(analyzer),
        comparison_(comparison) {}

  Done run() {
    auto entries = snapshot_.text->entries();
    if (!entries) return entries.error();
    entries_ = std::move(*entries);
    const DocumentNumber documents = store_.documents(collection_);
    comparison_.records[place()] = documents;
    if (snapshot_.documents() != documents)
      differ(fmt::format("the blocks hold {} documents, the store {}", snapshot_.documents(),
                         documents));
    for (const BlockView& view : snapshot_.blocks)
      if (const Done done = compare_block(view); !done) return done;
    for (const TextReader::Entry& entry : entries_)
      if (entry.number >= documents)
        differ(fmt::format("document {} of the text index is not in the store", entry.number));
    return ok;
  }

 private:
  std::size_t place() const { return static_cast<std::size_t>(collection_); }

  void differ(std::string what) {
    if (comparison_.differences.size() >= differences_bound) return;
    comparison_.differences.push_back(
        (collection_ == Collection::vacancies ? "vacancies: " : "cvs: ") + std::move(what));
  }

  Done compare_block(const BlockView& view) {
    const Block& block = *view.block;
    BlockList made;
    std::vector<Document> documents;
    for (DocumentNumber number = block.first; number < block.end(); ++number) {
      const auto stored = store_.document(collection_, number);
      if (!stored) {
        differ(fmt::format("document {} is not in the store", number));
        return ok;
      }
      const bool stands = stored->state.status == Status::published;
      if (stands == view.withdrawn->test(number - block.first))
        differ(fmt::format("document {} is withdrawn in {} only", number,
                           stands ? "the blocks" : "the store"));
      Document document = stands ? make_document(analyzer_, stored->record, number)
                                 : placeholder(collection_, number);
      compare_text(document, stands);
      if (stands) ++comparison_.documents[place()];
      documents.push_back(std::move(document));
      if (documents.size() < documents_at_once && number + 1 < block.end()) continue;
      made.append(build_block(collection_, documents), build_words(documents));
      documents.clear();
    }
    // Merging one block alone brings it to the form that a fresh one has.
    if (merge_blocks(std::span(&view, 1)) != merge_blocks(made.views()) ||
        merge_words(std::span(&view, 1)) != merge_words(made.views()))
      differ(fmt::format("the block of documents {} to {} is not what the store gives", block.first,
                         block.end() - 1));
    return ok;
  }

  void compare_text(const Document& document, bool stands) {
    const auto entry =
        std::ranges::lower_bound(entries_, document.number, {}, &TextReader::Entry::number);
    const bool found = entry != entries_.end() && entry->number == document.number;
    if (found != stands)
      differ(fmt::format("document {} is {} the text index", document.number,
                         found ? "withdrawn but in" : "missing from"));
    else if (found && (entry->code != document.code || entry->digest != digest(document)))
      differ(fmt::format("document {} differs in the text index", document.number));
  }

  const Collection collection_;
  const CollectionSnapshot& snapshot_;
  const Store& store_;
  const Analyzer& analyzer_;
  Comparison& comparison_;
  std::vector<TextReader::Entry> entries_;
};

}  // namespace

Done compare_collection(Collection collection, const Snapshot& snapshot, const Store& store,
                        const Analyzer& analyzer, Comparison& comparison) {
  return Comparer(collection, snapshot, store, analyzer, comparison).run();
}

}  // namespace incontro
