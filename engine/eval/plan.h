#pragma once

#include <incontro/query.h>
#include <incontro/result.h>
#include <incontro/snapshot.h>

#include <cstdint>
#include <string>
#include <vector>

#include "query/query_parser.h"

namespace incontro {

// Scores are sums of whole numbers, so that they do not depend on the order of addition: a term's
// idf in steps of 1/4096 times its impact.
inline constexpr double weight_scale = 4096;

struct PlannedTerm {
  std::string term;
  std::uint32_t weight;
};

// Documents found in the text index: ascending numbers.
using DocumentSet = std::vector<DocumentNumber>;

// One field's filter, over the values of its domain.
struct PlannedFilter {
  std::size_t field;                 // place in fields_of(collection)
  std::vector<std::uint8_t> accept;  // by value: 1 where it passes; descendants are filled in
  int age_limit = 0;                 // age field: published at most this many days ago, plus one
};

// A query made ready for one snapshot: what every block is asked.
struct Plan {
  Collection collection;
  std::vector<PlannedTerm> terms;  // all must occur
  std::vector<DocumentSet> sets;   // and the document be in each of these
  std::vector<std::string> excluded_terms;
  std::vector<DocumentSet> excluded_sets;
  std::vector<PlannedFilter> filters;  // at most one a field
  Scope scope;
  Day today;
  int validity_days;
};

// invalid: an unknown field or code. Else only what the text index reports.
Result<Plan> make_plan(const Query& query, const ParsedQuery& parsed, const Snapshot& snapshot,
                       Date today, int validity_days);

}  // namespace incontro
