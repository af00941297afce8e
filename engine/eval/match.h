#pragma once

#include <incontro/block.h>

#include <cstdint>
#include <vector>

#include "eval/plan.h"

namespace incontro {

// The documents of a block that the words and the scope let through, before any filter: offsets
// ascending, and the score of each where the query has words to score. Kept between blocks and
// queries, so that evaluation allocates nothing once warm.
struct Matches {
  std::vector<std::uint16_t> offsets;
  std::vector<std::uint32_t> scores;  // empty, or one an offset
};

// Lists are intersected from the shortest, galloping through the longer ones.
void match_block(const BlockView& view, const Plan& plan, Matches& matches);

}  // namespace incontro
