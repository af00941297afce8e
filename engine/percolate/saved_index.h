#pragma once

#include <incontro/acronyms.h>
#include <incontro/analyzer.h>
#include <incontro/snapshot.h>

#include <array>
#include <map>
#include <string>
#include <vector>

#include "percolate/match_index.h"
#include "percolate/query_index.h"
#include "percolate/question_codec.h"
#include "percolate/rarities.h"

namespace incontro {

// A new record, as saved searches meet it.
struct Arrival {
  Document document;
  Validity validity;
};

// All saved searches of a home in memory, by what wakes them. One thread at a time.
class SavedIndex {
 public:
  SavedIndex(const Analyzer& analyzer, const Acronyms& acronyms)
      : analyzer_(analyzer), acronyms_(acronyms) {}

  // Both: what came up to `since` is not found; the snapshot tells what is rare.
  // REQUIRES: Engine::search() accepts the query.
  void add(std::uint64_t number, Sequence since, const Query& query, const Snapshot& snapshot);
  // invalid: settings that cannot be. `asker`: the record that stands for the question.
  Done add(std::uint64_t number, Sequence since, const SavedMatch& match, Asker asker,
           const Snapshot& snapshot);
  void remove(std::uint64_t number);
  std::size_t distinct_queries() const { return queries_[0].distinct() + queries_[1].distinct(); }

  // What a record of the collection that came with this change is found by, ascending by number.
  // `before`: its predecessor; who found that is not told again.
  using Found = MatchIndex::Found;  // a query's score is 0
  std::vector<Found> percolate(Collection collection, const Arrival& arrival, const Arrival* before,
                               Sequence sequence, Date today);
  // A document is no more; `successor` stands in its place.
  void withdraw(Collection collection, DocumentNumber document, const Arrival* successor);

 private:
  static std::size_t place(Collection c) { return static_cast<std::size_t>(c); }
  std::vector<Found> found_by(Collection collection, const Document& document, Sequence sequence,
                              Date today);
  Result<const MatchTerms*> terms_of(const SavedMatch& match, Collection found,
                                     const Snapshot& snapshot);

  const Analyzer& analyzer_;
  const Acronyms& acronyms_;
  std::array<ValueTotals, 2> totals_;  // by Collection; counted anew at a query when it has doubled
  std::array<QueryIndex, 2> queries_{QueryIndex(Collection::vacancies),
                                     QueryIndex(Collection::cvs)};
  std::array<MatchIndex, 2> matches_{MatchIndex(Collection::vacancies),
                                     MatchIndex(Collection::cvs)};  // by who asks
  std::map<std::string, MatchTerms> terms_;  // by their bytes: most searches set nothing
};

}  // namespace incontro
