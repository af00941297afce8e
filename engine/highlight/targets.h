#pragma once

#include <incontro/highlight.h>

#include <vector>

#include "eval/plan.h"

namespace incontro {

// What the required words of a query ask to be marked. Terms weigh their idf; a phrase for each of
// its words, and a prefix, as much as the heaviest term.
std::vector<Target> targets_of(const PlannedClauses& required);

}  // namespace incontro
