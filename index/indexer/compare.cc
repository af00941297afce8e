#include "indexer/compare.h"

#include <fmt/format.h>
#include <incontro/document.h>

#include <algorithm>
#include <set>

#include "blocks/block_builder.h"
#include "blocks/block_list.h"
#include "blocks/merge_blocks.h"
#include "blocks/word_builder.h"
#include "indexer/folders.h"
#include "text/text_apart.h"

namespace incontro {
namespace {

constexpr std::size_t list_bound = 100;
constexpr std::size_t changes_at_once = 4'000;
constexpr std::size_t documents_at_once = 4'000;  // with their words, some 10 KB each

class Comparer {
 public:
  Comparer(Collection collection, const Snapshot& snapshot, const std::filesystem::path& home,
           const Store& store, const Analyzer& analyzer, Comparison& comparison)
      : collection_(collection),
        snapshot_(snapshot.of(collection)),
        store_(store),
        analyzer_(analyzer),
        comparison_(comparison),
        home_(home) {}

  Done run() {
    if (const Done done = read_text(); !done) return done;
    const DocumentNumber documents = store_.documents(collection_);
    comparison_.records[place()] = documents;
    if (snapshot_.documents() != documents)
      differ(fmt::format("the blocks hold {} documents, the store {}", snapshot_.documents(),
                         documents));
    for (const BlockView& view : snapshot_.blocks)
      if (const Done done = compare_block(view); !done) return done;
    for (const TextReader::Entry& entry : entries_)
      if (compares_text_ && entry.number >= documents)
        differ(fmt::format("document {} of the text index is not in the store", entry.number));
    return ok;
  }

 private:
  std::size_t place() const { return static_cast<std::size_t>(collection_); }

  void add(std::vector<std::string>& list, std::string what) const {
    if (list.size() >= list_bound) return;
    list.push_back((collection_ == Collection::vacancies ? "vacancies: " : "cvs: ") +
                   std::move(what));
  }
  void differ(std::string what) { add(comparison_.differences, std::move(what)); }

  // What the text index holds, and which documents it cannot be asked about: those of changes that
  // it has not reached. One that is beyond this view of the store cannot be compared at all.
  Done read_text() {
    const auto folder = home_ / text_folder / folder_of(collection_);
    auto content = read_text_apart(folder, Walk::entries);
    if (content && content->identity != store_.identity())
      content = Error{Code::corrupt, folder.string() + " follows another store"};
    if (!content && content.error().code == Code::io) return content.error();
    const Sequence last = store_.last();
    if (!content) {
      add(comparison_.damaged, content.error().message);
      comparison_.text = 0;
      return ok;
    }
    comparison_.text = std::min(comparison_.text, content->applied);
    if (content->applied > last) return explain_ahead(folder, content->applied);
    if (content->applied < last)
      add(comparison_.following,
          fmt::format("the text index has {} changes to follow", last - content->applied));
    for (Sequence at = content->applied; at < last;) {
      const auto changes = store_.changes(at, changes_at_once);
      if (!changes) return changes.error();
      if (changes->empty()) break;
      for (const Change& change : *changes) {
        if (change.collection != collection_) continue;
        if (change.added) unsettled_.insert(*change.added);
        if (change.withdrawn) unsettled_.insert(*change.withdrawn);
      }
      at = changes->back().sequence;
    }
    entries_ = std::move(content->entries);
    compares_text_ = true;
    return ok;
  }

  // A writer may have gone on since this view was opened; else the store has lost changes.
  Done explain_ahead(const std::filesystem::path& folder, Sequence applied) {
    const auto now = Store::open(home_ / "store", Access::shared);
    if (!now) return now.error();
    if (applied > (*now)->last())
      add(comparison_.lost, followed_more(folder, applied, (*now)->last()));
    else
      add(comparison_.following, "the text index is ahead of this view of the store");
    return ok;
  }

  Done compare_block(const BlockView& view) {
    const Block& block = *view.block;
    BlockList made;
    std::vector<Document> documents;
    bool differ_lost = false;  // the block still holds what the store has lost
    for (DocumentNumber number = block.first; number < block.end(); ++number) {
      const auto stored = store_.document(collection_, number);
      if (!stored) {
        const auto code = store_.code_of(collection_, number);
        add(comparison_.lost,
            fmt::format("{}: {}", code ? *code : fmt::format("document {}", number),
                        stored.error().message));
        if (!view.withdrawn->test(number - block.first)) differ_lost = true;
      }
      const bool stands = stored && stored->state.status == Status::published;
      if (stored && stands == view.withdrawn->test(number - block.first))
        differ(fmt::format("document {} is withdrawn in {} only", number,
                           stands ? "the blocks" : "the store"));
      Document document = stands ? make_document(analyzer_, stored->record, number)
                                 : placeholder(collection_, number);
      if (stored) compare_text(document, stands);
      if (stands) ++comparison_.documents[place()];
      documents.push_back(std::move(document));
      if (documents.size() < documents_at_once && number + 1 < block.end()) continue;
      made.append(build_block(collection_, documents), build_words(documents));
      documents.clear();
    }
    // Merging one block alone brings it to the form that a fresh one has.
    if (differ_lost) return ok;
    if (merge_blocks(std::span(&view, 1)) != merge_blocks(made.views()) ||
        merge_words(std::span(&view, 1)) != merge_words(made.views()))
      differ(fmt::format("the block of documents {} to {} is not what the store gives", block.first,
                         block.end() - 1));
    return ok;
  }

  void compare_text(const Document& document, bool stands) {
    if (!compares_text_ || unsettled_.contains(document.number)) return;
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
  const std::filesystem::path home_;
  std::vector<TextReader::Entry> entries_;
  bool compares_text_ = false;
  std::set<DocumentNumber> unsettled_;
};

}  // namespace

Done compare_collection(Collection collection, const Snapshot& snapshot,
                        const std::filesystem::path& home, const Store& store,
                        const Analyzer& analyzer, Comparison& comparison) {
  return Comparer(collection, snapshot, home, store, analyzer, comparison).run();
}

}  // namespace incontro
