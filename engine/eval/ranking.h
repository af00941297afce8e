#pragma once

#include <vector>

#include "eval/exact_forms.h"
#include "eval/match.h"
#include "eval/top_k.h"

namespace incontro {

struct RankedHit : Ranked {
  bool literal;  // it has all words of the query
};

// The page that a query asks for, from the hits of all blocks. By relevance, all literal hits come
// before those that synonyms found. One thread at a time.
class Ranking {
 public:
  Ranking(const Query& query, const Plan& plan);

  // `hits`: those of the matcher's last match that passed the filters.
  void offer(const BlockView& view, const Hits& hits, Matcher& matcher);
  // How many of the hits have all words of the query.
  std::uint64_t literal() const { return literal_count_; }
  // Best first.
  std::vector<RankedHit> page() &&;

 private:
  void offer_literal(const Block& block, const Hits& hits, const Matcher& matcher);

  const std::size_t offset_, limit_;
  const bool in_tiers_;
  ExactForms forms_;
  TopK literal_, others_;
  std::uint64_t literal_count_ = 0;
  Hits literal_hits_, other_hits_;
};

}  // namespace incontro
