#pragma once

#include <incontro/query.h>
#include <incontro/result.h>
#include <incontro/snapshot.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "eval/near.h"
#include "query/query_parser.h"

namespace incontro {

// Scores are sums of whole numbers, so that they do not depend on the order of addition: a term's
// idf in steps of 1/4096 times its impact.
inline constexpr double weight_scale = 4096;

// A word that was typed for a term. Where a document holds one, the term's impact grows by
// exact_form_impact, once.
struct PlannedForm {
  std::string word;
  std::uint64_t hash;  // Vocabulary::hash
};

struct PlannedTerm {
  std::string term;
  std::uint64_t hash;  // Vocabulary::hash
  // By a phrase, or it stands in an alternative: counts for the score only, where it occurs.
  bool implied;
  std::uint64_t weight = 0;
  std::vector<PlannedForm> forms = {};
  bool expanded = false;  // one of the plan's expansions holds it
};

// What the words of one half of the query ask of every block.
struct PlannedClauses {
  std::vector<PlannedTerm> terms;
  std::vector<Phrase> phrases;
  std::vector<std::string> prefixes;
  std::vector<Compound> compounds = {};
  std::vector<OpenPhrase> open_phrases = {};

  bool empty() const {
    return terms.empty() && phrases.empty() && prefixes.empty() && open_phrases.empty() &&
           compounds.empty();
  }
};

// Some terms of the query, and what else will do: all terms of one of the synonyms.
struct PlannedExpansion {
  std::vector<std::size_t> terms;  // places in the required terms of its plan or branch
  std::vector<std::vector<PlannedTerm>> synonyms;
  std::vector<Compound> compounds = {};  // of the terms, unless a synonym stands in
};

// One alternative, or what an excluded bracket holds.
struct PlannedBranch {
  PlannedClauses required, excluded;
  std::vector<PlannedExpansion> expansions;
  std::vector<std::vector<PlannedBranch>> any_of;  // of each group one must be fitted
  std::vector<PlannedBranch> none_of;
};

// One field's filter, over the values of its domain.
struct PlannedFilter {
  std::size_t field;                 // place in fields_of(collection)
  std::vector<CodeIndex> values;     // chosen
  std::vector<std::uint8_t> accept;  // by value: 1 where it passes; descendants are filled in
  std::size_t age_bucket = 0;        // age field: the widest chosen
};

// A query made ready for one snapshot: what every block is asked.
struct Plan {
  Collection collection;
  // Of the required terms, those at the end may be of the alternatives.
  PlannedClauses required, excluded;
  std::vector<PlannedExpansion> expansions;
  std::vector<std::vector<PlannedBranch>> any_of = {};
  std::vector<PlannedBranch> none_of = {};
  bool finds_nothing = false;          // whatever the documents have: signs are no words
  std::vector<PlannedFilter> filters;  // at most one a field
  // By field; of trees the roots whose branches are counted, and the branches of which everything
  // below is. Each once.
  struct Opened {
    std::vector<CodeIndex> roots, branches;

    bool empty() const { return roots.empty(); }
  };
  std::vector<Opened> opened;
  std::optional<PlannedNear> near;
  Scope scope;
  Day today;
  int validity_days;
};

// invalid: an unknown field or code, or what plan_near() refuses.
Result<Plan> make_plan(const Query& query, const ParsedQuery& parsed,
                       const CollectionSnapshot& snapshot, Date today, int validity_days);

}  // namespace incontro
