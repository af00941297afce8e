#include "percolate/saved_index.h"

#include <algorithm>
#include <limits>

#include "match/question.h"
#include "query/expansion.h"

namespace incontro {

void SavedIndex::add(std::uint64_t number, Sequence since, const Query& query,
                     const Snapshot& snapshot) {
  const CollectionSnapshot& of_collection = snapshot.of(query.collection);
  ValueTotals& totals = totals_[place(query.collection)];
  if (totals.counts.empty() || of_collection.documents() > 2 * totals.documents)
    totals = ValueTotals(query.collection, of_collection);
  ParsedQuery parsed = parse_query(analyzer_, query.text);
  if (query.synonyms) expand(parsed, analyzer_, acronyms_);
  queries_[place(query.collection)].add(number, since, query, parsed,
                                        Rarities(totals, of_collection));
}

Done SavedIndex::add(std::uint64_t number, Sequence since, const SavedMatch& match, Asker asker,
                     const Snapshot& snapshot) {
  const auto terms = terms_of(match, other(match.question.collection), snapshot);
  if (!terms) return terms.error();
  matches_[place(match.question.collection)].add(
      {.number = number, .since = since, .least = match.least, .terms = *terms}, std::move(asker));
  return ok;
}

// Without the question's words: a single document has no collection to be compared in.
Result<const MatchTerms*> SavedIndex::terms_of(const SavedMatch& match, Collection found,
                                               const Snapshot& snapshot) {
  auto terms = incontro::terms_of(request_of(match));
  if (!terms) return terms.error();
  SavedMatch alike = match;  // all that matches of the same terms have in common
  alike.question.value.clear();
  alike.least = 0;
  const auto [known, added] = terms_.try_emplace(encode_question(alike), std::move(*terms));
  if (added) known->second.skill_weights = skill_weights(found, snapshot.of(found));
  return &known->second;
}

void SavedIndex::remove(std::uint64_t number) {
  for (QueryIndex& queries : queries_) queries.remove(number);
  for (MatchIndex& matches : matches_) matches.remove(number);
}

std::vector<SavedIndex::Found> SavedIndex::found_by(Collection collection, const Document& document,
                                                    Sequence sequence, Date today) {
  std::vector<std::uint64_t> numbers;
  queries_[place(collection)].percolate(document, sequence, numbers);
  std::vector<Found> found;
  for (const std::uint64_t number : numbers) found.push_back({number, 0});
  if (active_on_publication(document))  // matches find nothing else
    matches_[place(other(collection))].percolate(document.profile, sequence, today, found);
  std::ranges::sort(found, {}, &Found::number);
  return found;
}

std::vector<SavedIndex::Found> SavedIndex::percolate(Collection collection, const Arrival& arrival,
                                                     const Arrival* before, Sequence sequence,
                                                     Date today) {
  std::vector<Found> found = found_by(collection, arrival.document, sequence, today);
  if (!before || found.empty()) return found;
  // Whatever it came with.
  constexpr Sequence any = std::numeric_limits<Sequence>::max();
  const std::vector<Found> earlier = found_by(collection, before->document, any, today);
  std::erase_if(found, [&](const Found& one) {
    return std::ranges::binary_search(earlier, one.number, {}, &Found::number);
  });
  return found;
}

void SavedIndex::withdraw(Collection collection, DocumentNumber document,
                          const Arrival* successor) {
  if (!successor) return matches_[place(collection)].withdraw(document, nullptr);
  const Asker asker{successor->document.number, successor->document.profile, successor->validity};
  matches_[place(collection)].withdraw(document, &asker);
}

}  // namespace incontro
