#pragma once

#include <incontro/block.h>

#include <array>
#include <cstdint>
#include <vector>

#include "eval/best_k.h"
#include "eval/hits.h"
#include "match/pair_cells.h"

namespace incontro {

struct RankedMatch {
  Millionths score;
  Day published;
  DocumentNumber number;
};

// By score, then the newer, then the later stored: a total order.
struct BetterMatch {
  bool operator()(const RankedMatch& a, const RankedMatch& b) const {
    if (a.score != b.score) return a.score > b.score;
    if (a.published != b.published) return a.published > b.published;
    return a.number > b.number;
  }
};

// Scores the records of one collection against a question, block by block: the same scores that
// score_pair() gives one by one. One thread at a time.
class MatchScan {
 public:
  MatchScan(const Question& question, Day today, std::size_t k)
      : question_(question), cells_(question, today), best_(k, BetterMatch()) {}

  // `allowed`: those of the block that may be results: active, and let through by the filters.
  void add(const Block& block, const Hits& allowed);

  std::uint64_t total() const { return total_; }
  // By Criterion: how many results more there would be if it were no must.
  const std::array<std::uint64_t, criterion_count>& gained() const { return gained_; }
  std::vector<RankedMatch> best_first(std::size_t offset) && {
    return std::move(best_).best_first(offset);
  }

 private:
  struct Passed {
    std::uint16_t offset;
    Part part;
  };
  void try_one(const Block& block, std::uint16_t offset);
  RankedMatch ranked(const Block& block, std::uint16_t offset, const Part& part) const;
  bool may_be_best(const Block& block, std::uint16_t offset, const Part& part) const;
  void offer_passed(const Block& block);
  void sum_text(const Block& block);
  void sum_text(const Block& block, const PostingList& list, std::uint64_t weight);

  const Question& question_;
  PairCells cells_;
  BestK<RankedMatch, BetterMatch> best_;
  std::uint64_t total_ = 0;
  std::array<std::uint64_t, criterion_count> gained_{};
  BitSet related_, allowed_;
  std::vector<Passed> passed_;       // of the block: ascending, those that may be among the best
  std::vector<std::uint64_t> text_;  // by place in passed_: KeyWords' sums
};

}  // namespace incontro
