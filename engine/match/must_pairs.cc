#include "match/must_pairs.h"

#include <incontro/make_distinct.h>

#include <algorithm>
#include <bit>

namespace incontro {

void MustPairs::add(const Block& block, const Hits& allowed) {
  cells_.enter(block);
  allowed.for_each([&](std::uint16_t offset) {
    fails_.clear();
    const PairCells::Jobs jobs = cells_.jobs_of(offset);
    cells_.fails(jobs, cells_.record(jobs.front()), fails_);
    if (std::ranges::find(fails_, CriterionBits{0}) != fails_.end()) return;
    make_distinct(fails_);
    for (const unsigned fails : fails_)
      if (std::popcount(fails) == 2)
        ++gained_[static_cast<std::size_t>(std::countr_zero(fails))]
                 [static_cast<std::size_t>(std::bit_width(fails) - 1)];
  });
}

std::vector<MatchRelaxation> MustPairs::relaxations() const {
  std::vector<MatchRelaxation> relaxations;
  for (std::size_t a = 0; a < criterion_count; ++a)
    for (std::size_t b = a + 1; b < criterion_count; ++b)
      if (gained_[a][b] > 0)
        relaxations.push_back(
            {{static_cast<Criterion>(a), static_cast<Criterion>(b)}, gained_[a][b]});
  keep_best(relaxations);
  return relaxations;
}

void keep_best(std::vector<MatchRelaxation>& relaxations) {
  constexpr std::size_t most = 5;
  std::ranges::stable_sort(relaxations, std::greater<>(), &MatchRelaxation::gained);
  if (relaxations.size() > most) relaxations.resize(most);
}

}  // namespace incontro
