#include "oracle/mixed_corpus.h"

#include <incontro/synth.h>

#include <algorithm>
#include <map>

#include "blocks/block_builder.h"
#include "blocks/merge_blocks.h"
#include "blocks/word_builder.h"
#include "support/random_text.h"
#include "support/seed.h"

namespace incontro {

class MixedCorpus::Maker {
 public:
  Maker(Collection collection, std::mt19937_64& random)
      : collection_(collection), random_(random) {}

  Document document(DocumentNumber number) {
    Document made = collection_ == Collection::vacancies
                        ? make_document(analyzer_, generator_.vacancy(number), number)
                        : make_document(analyzer_, generator_.cv(number), number);
    change_text(made);
    add_common_words(made);
    change_days(made);
    change_values(made);
    change_dated(made);
    return made;
  }

 private:
  bool once_in(std::size_t times) { return below(random_, times) == 0; }

  void change_text(Document& made) {
    if (once_in(3'000))
      text_.write(random_, 20'000, made);  // longer than a length can tell
    else if (once_in(40))
      text_.write(random_, 0, made);
    else if (once_in(60))
      text_.repeat(random_, static_cast<std::uint32_t>(1 + below(random_, 600)), made);
    else if (once_in(5))
      text_.write(random_, 1 + below(random_, 1 + below(random_, 400)), made);
  }

  // A last section of words that most documents have, so that some terms are in bits in any large
  // block, their weights differ, and frequent words stand side by side.
  void add_common_words(Document& made) {
    if (made.words.empty()) return;
    std::uint32_t position = 0;
    for (const DocumentWord& w : made.words) position = std::max(position, w.positions.back());
    position += 100;
    std::map<std::string, std::vector<std::uint32_t>> standing;
    for (std::size_t i = below(random_, 16); i > 0; --i)
      standing["comune" + std::to_string(below(random_, 1 + below(random_, 10)))].push_back(
          ++position);
    for (auto& [word, positions] : standing) {
      const auto weight = static_cast<std::uint32_t>(positions.size() * (1 + below(random_, 4)));
      made.terms.push_back({word, weight});
      made.length += weight;
      made.words.push_back({word, std::move(positions)});
    }
    std::ranges::sort(made.terms, {}, &DocumentTerm::term);
    std::ranges::sort(made.words, {}, &DocumentWord::word);
  }

  void change_days(Document& made) {
    const auto days = [this](std::size_t bound) {
      return std::chrono::days(static_cast<int>(below(random_, bound)));
    };
    if (once_in(8)) made.published = day;
    if (once_in(10)) made.published -= std::chrono::days(50) + days(30);
    if (once_in(30)) made.published += days(50);
    if (once_in(3'000)) made.published = Date{};
    if (once_in(6)) made.expires = day - std::chrono::days(20) + days(60);
    if (once_in(40)) made.expires.reset();
    if (once_in(3'000)) made.expires = Date{std::chrono::days(90'000)};  // later than a Day can be
  }

  void change_values(Document& made) {
    const auto fields = fields_of(collection_);
    for (std::size_t f = 0; f < fields.size(); ++f) {
      if (fields[f].kind == FieldKind::age || fields[f].dated()) continue;
      if (once_in(15)) made.values[f].clear();
      if (!once_in(12)) continue;
      const auto value = static_cast<CodeIndex>(below(random_, fields[f].domain->unstated()));
      if (!fields[f].multiple) made.values[f].clear();
      made.values[f].push_back(value);
      std::ranges::sort(made.values[f]);
      made.values[f].erase(std::unique(made.values[f].begin(), made.values[f].end()),
                           made.values[f].end());
    }
  }

  // Stretches that begin or end about the day of the queries, and some that are nowhere near.
  void change_dated(Document& made) {
    if (once_in(15)) made.dated.clear();
    if (!once_in(6)) return;
    const FieldDomain& domain =
        *fields_of(collection_)[*find_field(collection_, "incentive")].domain;
    const auto about = [this] {
      return day_of(day - std::chrono::days(70) +
                    std::chrono::days(static_cast<int>(below(random_, 140))));
    };
    DatedValue& added = made.dated.emplace_back();
    added.value = static_cast<CodeIndex>(below(random_, domain.unstated()));
    added.from = once_in(3) ? Day{0} : about();
    added.to = once_in(3) ? no_day : std::max(added.from, about());
    std::ranges::sort(made.dated);
  }

  const Collection collection_;
  std::mt19937_64& random_;
  const Analyzer analyzer_;
  const Generator generator_{2012, day};
  const RandomText text_{20'000};
};

MixedCorpus::MixedCorpus(Collection collection, std::span<const std::vector<std::size_t>> merged,
                         std::mt19937_64& random)
    : judge_(collection) {
  Maker maker(collection, random);
  DocumentNumber number = 0;
  for (const std::vector<std::size_t>& sizes : merged) {
    std::vector<BlockView> parts;
    BitSet withdrawn;  // of the whole
    const DocumentNumber first = number;
    for (const std::size_t size : sizes) {
      std::vector<Document> documents;
      BitSet withdrawn_before;  // of the part
      for (std::size_t i = 0; i < size; ++i, ++number) {
        const Document& made = documents.emplace_back(maker.document(number));
        const std::size_t fate = below(random, 30);
        if (fate <= 1) withdrawn.set(number - first);
        if (fate == 0) withdrawn_before.set(i);
        if (fate == 0 && sizes.size() > 1)
          judge_.add(placeholder(collection, number), true);
        else
          judge_.add(made, fate <= 1);
        if (below(random, 40) == 0) samples_.push_back(made);
      }
      parts.push_back(view_of(std::make_shared<const Block>(build_block(collection, documents)),
                              std::make_shared<const WordIndex>(build_words(documents)),
                              withdrawn_before));
    }
    snapshot_.blocks.push_back(parts.size() == 1
                                   ? view_of(parts.front(), withdrawn)
                                   : view_of(std::make_shared<const Block>(merge_blocks(parts)),
                                             std::make_shared<const WordIndex>(merge_words(parts)),
                                             withdrawn));
  }
}

}  // namespace incontro
