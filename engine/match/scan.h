#pragma once

#include <incontro/block.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "eval/best_k.h"
#include "eval/hits.h"
#include "match/must_columns.h"
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
      : question_(question),
        cells_(question, today),
        musts_(question),
        k_(k),
        ahead_(std::max<std::size_t>(64, 4 * k)),
        best_(k, BetterMatch()) {}

  // `allowed`: those of the block that may be results: active, and let through by the filters.
  void add(const Block& block, const Hits& allowed);

  std::uint64_t total() const { return total_; }
  // By Criterion: how many results more there would be if it were no must.
  const std::array<std::uint64_t, criterion_count>& gained() const { return gained_; }
  std::vector<RankedMatch> best_first(std::size_t offset) && {
    return std::move(best_).best_first(offset);
  }

 private:
  // Of a record that passes: what is known of it before the costly criteria are asked.
  struct Passed {
    std::uint16_t offset;
    Part part;
    Millionths bound;  // of its score
  };
  void try_all(const Block& block);  // those of offsets_
  void try_one(const Block& block, std::uint16_t offset);
  bool may_be_best(const Block& block, const Passed& passed) const;
  void offer_passed(const Block& block);
  // Those of passed_ from `begin` to `end`, in any order.
  void offer_fully(const Block& block, std::size_t begin, std::size_t end);
  Part text_of(Units units) const;
  void add_text(const Block& block, std::span<const Passed> passed, const KeyWord& word);

  const Question& question_;
  PairCells cells_;
  MustColumns musts_;
  const std::size_t k_;
  // So many of the first block are scored first, to know what the others must reach.
  const std::size_t ahead_;
  BestK<RankedMatch, BetterMatch> best_;
  std::uint64_t total_ = 0;
  std::array<std::uint64_t, criterion_count> gained_{};
  BitSet related_, allowed_;
  std::vector<std::uint16_t> offsets_;
  std::vector<Passed> passed_;  // of the block, those that may be among the best
  // By offset: its place in the part of passed_ that is offered, + 1; 0: not there.
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(block_capacity, 0);
  std::vector<std::uint64_t> text_;  // by that place: KeyWords' sums
};

}  // namespace incontro
