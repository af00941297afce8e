#pragma once

#include <incontro/block.h>

#include <cstdint>
#include <span>
#include <vector>

#include "eval/best_k.h"
#include "match/pair_cells.h"
#include "match/part.h"
#include "match/question.h"

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

// Finds the k best among the records that pass. Skills and words cost most and are asked last, the
// likeliest records first: of most others it is then known that they are not among the best. One
// thread at a time.
class BestMatches {
 public:
  BestMatches(const Question& question, PairCells& cells, std::size_t k);

  // What follows is offered of this block, which must not go before best_first().
  void enter(const Block& block);
  // A record that passes. `part`: of all criteria but text and PairCells::rest().
  void offer(const ProfileColumns::Cells& cells, Part part);
  std::vector<RankedMatch> best_first(std::size_t offset) &&;

 private:
  struct Waiting {
    Part part;
    Millionths bound;     // of the score
    std::uint32_t block;  // its place in blocks_
    std::uint16_t offset, skills;
    Day published;
  };
  using Span = std::span<Waiting>;

  const Block& block_of(const Waiting& waiting) const { return *blocks_[waiting.block]; }
  RankedMatch ranked(const Waiting& waiting, Millionths score) const {
    return {score, waiting.published, block_of(waiting).first + waiting.offset};
  }
  bool may_be_best(const Waiting& waiting) const {
    return !best_.worst() || BetterMatch()(ranked(waiting, waiting.bound), *best_.worst());
  }
  void settle();            // all that wait
  void settle(Span group);  // in any order
  Span add_rest(Span group);
  void add_text(Span of_block);
  void add_word(const PostingList& list, std::uint64_t weight, Span of_block);
  Part text_of(Units units) const;

  const Question& question_;
  PairCells& cells_;
  const std::size_t k_;
  const Part open_bound_;  // what text and the rest could add at most
  BestK<RankedMatch, BetterMatch> best_;
  std::vector<const Block*> blocks_;
  // By block, those of the question's words, once they are looked for in it.
  std::vector<std::vector<PostingList>> lists_;
  std::vector<Waiting> waiting_;
  std::size_t enough_;               // so many that wait are settled
  BitSet wanted_;                    // of a block, while a word is looked for
  std::vector<std::uint64_t> sums_;  // KeyWords' sums of those
};

}  // namespace incontro
