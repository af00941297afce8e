#pragma once

#include <incontro/match.h>

#include <vector>

#include "eval/hits.h"
#include "match/pair_cells.h"

namespace incontro {

// Counts how many results dropping two musts would add, where dropping a single one adds none. One
// thread at a time.
class MustPairs {
 public:
  MustPairs(const Question& question, Day today) : cells_(question, today) {}

  // REQUIRES: no record of the block fails one must alone.
  void add(const Block& block, const Hits& allowed);
  // The most gained first.
  std::vector<MatchRelaxation> relaxations() const;

 private:
  PairCells cells_;
  std::vector<CriterionBits> fails_;
  std::array<std::array<std::uint64_t, criterion_count>, criterion_count> gained_{};
};

// The most gained first, then in the order of the criteria; at most five.
void keep_best(std::vector<MatchRelaxation>& relaxations);

}  // namespace incontro
