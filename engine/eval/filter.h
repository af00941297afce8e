#pragma once

#include <incontro/live_day.h>

#include <vector>

#include "eval/hits.h"
#include "eval/plan.h"

namespace incontro {

// The filters' verdict on the matches of one block. A facet counts without its own filter, so those
// that fail exactly one filter are kept beside those that pass all. One thread at a time.
class Filtering {
 public:
  explicit Filtering(const Plan& plan)
      : plan_(plan), passed_but_(plan.filters.size()), accepted_(plan.filters.size()) {}

  // Changes `matches`: those that pass all filters stay.
  void filter(const Block& block, const LiveDay& day, Hits& matches);

  // By place in plan.filters: the matches of the last block that fail this filter and no other.
  const Hits& passed_but(std::size_t filter) const { return passed_but_[filter]; }

 private:
  void filter_offsets(const Block& block, const LiveDay& day, Hits& matches);
  void filter_bits(const Block& block, const LiveDay& day, Hits& matches);

  const Plan& plan_;
  std::vector<Hits> passed_but_;
  std::vector<BitSet> accepted_;  // by place in plan.filters
  std::vector<std::uint8_t> failures_, failed_;
};

}  // namespace incontro
