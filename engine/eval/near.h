#pragma once

#include <incontro/block.h>
#include <incontro/distance.h>
#include <incontro/query.h>
#include <incontro/result.h>

#include <cstdint>
#include <vector>

#include "eval/hits.h"

namespace incontro {

// A radius around a comune, over the values of the territory field.
struct PlannedNear {
  std::size_t field;                  // the territory's place in fields_of(collection)
  std::vector<std::uint32_t> metres;  // by value; nowhere: outside
  std::vector<CodeIndex> branches;    // provinces with a comune inside, ascending

  std::uint32_t metres_of(const Block& block, std::uint16_t offset) const {
    return metres[block.columns[field][offset]];
  }
};

// invalid: an unknown code, a place without a position, a radius out of range.
Result<PlannedNear> plan_near(Collection collection, const Near& near);

// Keeps those of a block's hits that lie inside; does not settle them. `inside` is memory to work
// in.
void keep_near(const PlannedNear& near, const Block& block, Hits& hits, BitSet& inside);

}  // namespace incontro
