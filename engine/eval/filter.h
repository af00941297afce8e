#pragma once

#include <incontro/block.h>

#include <cstdint>
#include <vector>

#include "eval/match.h"
#include "eval/plan.h"

namespace incontro {

// The filters' verdict on the matches of one block. A facet counts without its own filter, so those
// that fail exactly one filter are kept beside those that pass all.
struct Filtered {
  Matches passed;
  // By place in plan.filters: the offsets that fail this filter and no other.
  std::vector<std::vector<std::uint16_t>> passed_but;
};

// Takes the matches over (leaves them unspecified).
void filter_block(const Block& block, const Plan& plan, Matches& matches, Filtered& filtered);

}  // namespace incontro
