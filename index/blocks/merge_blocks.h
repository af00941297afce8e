#pragma once

#include <incontro/block.h>

#include <span>

namespace incontro {

// One block of several adjacent ones. Withdrawn documents lose their postings, values and profiles
// and keep their number: the result equals build_block() over the same documents with placeholders
// in their stead. REQUIRES: same collection, ascending without gaps, at most block_capacity
// documents in all.
Block merge_blocks(std::span<const BlockView> views);

}  // namespace incontro
