#pragma once

#include <incontro/engine.h>

#include <vector>

#include "matching/truth.h"

namespace incontro::bench {

// Documents, the best first; an error where the engine has one.
using Ranking = std::vector<DocumentNumber>;

Result<Ranking> ranked_by_engine(const Engine& engine, const MatchRequest& request);
// By the defaults.
Result<Ranking> ranked_by_engine(const Engine& engine, const RecordCode& question,
                                 std::size_t limit);

// The baseline's two ways: who passes the exact tests, and who reaches the threshold by descending
// score. What has no order of its own stands as in ours: the newer first, then the later stored.
struct ReferenceRankings {
  Ranking exact, weighted;
};
ReferenceRankings cvs_by_reference(const Truth& truth, std::size_t vacancy, std::size_t limit);
ReferenceRankings vacancies_by_reference(const Truth& truth, std::size_t cv, std::size_t limit);

}  // namespace incontro::bench
