#include "percolate/rarities.h"

#include <incontro/fields.h>

#include <algorithm>

#include "percolate/overloaded.h"
#include "suggest/value_counts.h"

namespace incontro {
namespace {

// In a home with few documents counts tell little: so many more are thought to be there, of which
// each thing is in one.
constexpr double imagined_documents = 1'000;

double share(double count, double documents) {
  return (count + 1) / (documents + imagined_documents);
}

}  // namespace

ValueTotals::ValueTotals(Collection collection, const CollectionSnapshot& snapshot)
    : documents(snapshot.documents()) {
  for (std::size_t field = 0; field < fields_of(collection).size(); ++field) {
    ValueCounts of_field(collection, field);
    const Field& row = fields_of(collection)[field];
    if (row.kind != FieldKind::age && !row.dated())  // those have no values but on a day
      for (const BlockView& view : snapshot.blocks) {
        BitSet standing;
        for (std::size_t i = 0; i < view.block->size; ++i) standing.set(i);
        standing.subtract(*view.withdrawn);
        of_field.add(*view.block, standing);
      }
    counts.push_back(std::move(of_field).finish());
  }
}

double Rarities::of_term(std::string_view term) const {
  std::uint64_t count = 0;
  for (const BlockView& view : snapshot_.blocks)
    count += view.block->postings.find(term).documents.count;
  return share(static_cast<double>(count), static_cast<double>(snapshot_.documents()));
}

double Rarities::of_word(std::string_view word) const {
  std::uint64_t count = 0;
  for (const BlockView& view : snapshot_.blocks)
    if (const auto found = view.words->words.find(word))
      count += view.words->positions.count[*found];
  return share(static_cast<double>(count), static_cast<double>(snapshot_.documents()));
}

double Rarities::of_prefix(std::string_view prefix) const {
  std::uint64_t count = 0;
  for (const BlockView& view : snapshot_.blocks) {
    const auto [first, end] = view.words->words.with_prefix(prefix);
    for (std::uint32_t word = first; word < end; ++word) count += view.words->positions.count[word];
  }
  return share(static_cast<double>(count), static_cast<double>(snapshot_.documents()));
}

double Rarities::of_value(std::size_t field, CodeIndex value) const {
  const double count =
      field < totals_.counts.size() ? static_cast<double>(totals_.counts[field][value]) : 0;
  return share(count, static_cast<double>(totals_.documents));
}

double Rarities::of_values(std::size_t field, const std::vector<bool>& values) const {
  double sum = 0;
  for (std::size_t value = 0; value < values.size(); ++value)
    if (values[value]) sum += of_value(field, static_cast<CodeIndex>(value));
  return sum;
}

double Rarities::of(const Condition& condition, const Dictionary& terms,
                    const Dictionary& words) const {
  return std::visit(Overloaded{
                        [&](const TermCondition& asked) { return of_term(terms[asked.term]); },
                        [&](const ExpansionCondition& asked) {
                          double sum = 0;
                          for (const auto& way : asked.ways) {
                            double rarest = 1;
                            for (const std::uint32_t term : way)
                              rarest = std::min(rarest, of_term(terms[term]));
                            sum += rarest;
                          }
                          return sum;
                        },
                        [&](const PhraseCondition& asked) {
                          double rarest = 1;
                          for (const std::uint32_t word : asked.words)
                            rarest = std::min(rarest, of_word(words[word]));
                          return rarest;
                        },
                        [&](const PrefixCondition& asked) { return of_prefix(asked.prefix); },
                        [&](const ValueCondition& asked) {
                          double sum = 0;
                          for (const CodeIndex node : asked.nodes)
                            sum += of_value(asked.field, node);
                          return sum;
                        },
                        [](const NearCondition&) { return 1.0; },
                        [&](const OpenPhraseCondition& asked) {
                          double rarest = 1;
                          for (const PhraseWord& word : asked.words)
                            rarest = std::min(
                                rarest, word.open ? of_prefix(word.word) : of_word(word.word));
                          return rarest;
                        },
                        [](const ActiveCondition&) { return 1.0; },
                        [](const CompoundCondition&) { return 1.0; },
                        [](const AnyCondition&) { return 1.0; },
                    },
                    condition);
}

}  // namespace incontro
