#pragma once

#include <incontro/block.h>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "eval/hits.h"
#include "match/best_matches.h"
#include "match/must_columns.h"
#include "match/must_sets.h"
#include "match/pair_cells.h"

namespace incontro {

// Scores the records of one collection against a question, block by block: the same scores that
// score_pair() gives one by one. One thread at a time.
class MatchScan {
 public:
  MatchScan(const Question& question, Day today, std::size_t k);

  // `block` must not go before best_first(). `allowed`: those of it that may be results: active,
  // and let through by the filters.
  void add(const Block& block, const Hits& allowed);

  std::uint64_t total() const { return total_; }
  // By Criterion: how many results more there would be if it were no must.
  const std::array<std::uint64_t, criterion_count>& gained() const { return gained_; }
  std::vector<RankedMatch> best_first(std::size_t offset) && {
    return std::move(best_).best_first(offset);
  }

 private:
  void add_vacancies(const Block& block);
  void add_cvs(const Block& block);
  void try_all();  // those of offsets_
  // Counts it as a result or as gained.
  void try_one(std::uint16_t offset);

  PairCells cells_;
  std::optional<MustColumns> must_columns_;  // where a vacancy asks
  std::optional<MustSets> must_sets_;        // where a CV asks
  const std::size_t k_;
  BestMatches best_;
  std::uint64_t total_ = 0;
  std::array<std::uint64_t, criterion_count> gained_{};
  BitSet related_, allowed_;
  std::vector<std::uint16_t> offsets_;
};

}  // namespace incontro
