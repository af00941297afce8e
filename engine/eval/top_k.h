#pragma once

#include <incontro/block.h>
#include <incontro/query.h>

#include <cstdint>
#include <span>
#include <vector>

#include "eval/hits.h"
#include "eval/plan.h"

namespace incontro {

struct Ranked {
  std::uint64_t score;
  Day published;
  DocumentNumber number;
};

// The k best of all blocks, by score (unless sorted by date), then the newer, then the later
// stored: a total order, so that pages neither repeat nor miss a document.
class TopK {
 public:
  TopK(std::size_t k, const Plan& plan, Sort sort)
      : k_(k), plan_(plan), by_score_(sort == Sort::relevance && !plan.required.terms.empty()) {}

  // `terms`: the postings of the required terms in the block, in the order of the plan.
  void offer(const Block& block, const Hits& hits, std::span<const PostingList> terms);
  std::vector<Ranked> best_first() &&;

 private:
  void offer_newest(const Block& block, const Hits& hits, std::span<const PostingList> terms);
  void offer_bits(const Block& block, const BitSet& bits, std::span<const PostingList> terms);
  void offer_offsets(const Block& block, std::span<const std::uint16_t> offsets,
                     std::span<const PostingList> terms);
  std::uint64_t score(const Block& block, std::span<const PostingList> terms,
                      std::uint16_t offset) const;
  bool better(const Ranked& a, const Ranked& b) const;
  bool offer(const Ranked& candidate);  // false: not among the best

  const std::size_t k_;
  const Plan& plan_;
  const bool by_score_;
  std::vector<Ranked> heap_;  // the worst kept on top
  std::vector<std::uint64_t> scores_;
  std::vector<std::uint16_t> offsets_;
};

}  // namespace incontro
