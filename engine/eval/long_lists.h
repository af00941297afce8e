#pragma once

#include <incontro/block.h>

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "eval/field_counts.h"
#include "eval/plan.h"

namespace incontro {

// Counts the values of long lists (Field::most_shown) where a block has many hits: there are too
// many values to count each of them. Which are frequent is estimated from a sample of the hits when
// all blocks have been seen; some more of them than are shown are then counted in full, with those
// that the query filters by, and the others become 0.
//
// So every count is exact, and nothing that is shown is missing a hit. Which values fill the last
// places may be wrong where several are about equally frequent: of some 700 hits in the sample, a
// value that one in twenty carries is seen 35 times, give or take 6. A sample is every 2nd, 4th,
// 8th, ... document, the same at every asking. One thread at a time.
class LongLists {
 public:
  // Adds to `counts`, which must hold the exact counts of all other blocks at the end.
  LongLists(const Plan& plan, FieldCounts& counts) : plan_(plan), counts_(counts) {}

  void add(const Block& block, std::size_t field, const BitSet& hits);
  // Call once, at the end.
  void finish();

 private:
  struct Part {
    const Block* block;
    std::size_t field;
    std::uint32_t count;
    BitSet hits;
  };

  void finish(std::size_t field);
  std::vector<std::uint64_t> estimates(std::size_t field) const;
  std::vector<CodeIndex> candidates(std::size_t field) const;

  const Plan& plan_;
  FieldCounts& counts_;
  std::deque<Part> parts_;  // does not move what it holds
};

}  // namespace incontro
