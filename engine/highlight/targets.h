#pragma once

#include <incontro/highlight.h>

#include <vector>

#include "eval/plan.h"

namespace incontro {

// What the required words of a query ask to be marked. Terms weigh their idf; a phrase for each of
// its words, and a prefix, as much as the heaviest term; words of synonyms a quarter of it.
std::vector<Target> targets_of(const PlannedClauses& required);
// Those of alternatives too.
std::vector<Target> targets_of(const Plan& plan);

}  // namespace incontro
