#pragma once

#include <incontro/block.h>
#include <incontro/query.h>

#include <cstdint>
#include <vector>

#include "eval/match.h"

namespace incontro {

struct Ranked {
  std::uint32_t score;
  Day published;
  DocumentNumber number;
};

// The k best of all blocks, by score (unless sorted by date), then the newer, then the later
// stored: a total order, so that pages neither repeat nor miss a document.
class TopK {
 public:
  TopK(std::size_t k, Sort sort) : k_(k), by_score_(sort == Sort::relevance) {}

  void offer(const Block& block, const Matches& matches);
  std::vector<Ranked> best_first() &&;

 private:
  bool better(const Ranked& a, const Ranked& b) const;

  const std::size_t k_;
  const bool by_score_;
  std::vector<Ranked> heap_;  // the worst kept on top
};

}  // namespace incontro
