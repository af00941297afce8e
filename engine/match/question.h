#pragma once

#include <incontro/analyzer.h>
#include <incontro/match.h>
#include <incontro/result.h>
#include <incontro/snapshot.h>

#include "match/key_words.h"
#include "match/pair.h"

namespace incontro {

// Who asks, made ready for one snapshot.
struct Question {
  Collection found;  // where results are looked for: the other collection
  Profile profile;
  MatchTerms terms;
  KeyWords words;
};

// MatchTerms::skill_weights, of the records of a collection.
std::vector<std::uint32_t> skill_weights(Collection collection, const CollectionSnapshot& snapshot);

// invalid: a weight, radius or kind that cannot be.
Result<MatchTerms> terms_of(const MatchRequest& request);
// `record`: who asks, as stored. REQUIRES: terms that terms_of() gave.
Question make_question(const Record& record, MatchTerms terms, const Analyzer& analyzer,
                       const Snapshot& snapshot);

}  // namespace incontro
