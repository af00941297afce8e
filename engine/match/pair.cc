#include "match/pair.h"

#include <incontro/assert.h>

#include "match/criteria.h"

namespace incontro {
namespace {

constexpr std::uint64_t millionths_per_unit = full_score / full_units;

// A weighted mean in the making, in millionths, rounded down.
struct WeightedMean {
  std::uint64_t sum = 0, weights = 0;
  void add(Units score, std::uint32_t weight) {
    sum += std::uint64_t{score} * weight;
    weights += weight;
  }
  Millionths mean(Millionths without_weights) const {
    return weights == 0 ? without_weights
                        : static_cast<Millionths>(millionths_per_unit * sum / weights);
  }
};

Millionths harmonic_mean(std::uint64_t a, std::uint64_t b) {
  return a + b == 0 ? 0 : static_cast<Millionths>(2 * a * b / (a + b));
}

PairScore score_wanted(const Pair& pair) {
  PairScore scored;
  scored.passes = true;
  WeightedMean all, asked, wished;
  for (std::size_t i = 0; i < criterion_count; ++i) {
    const CriterionRow& row = criterion_rows()[i];
    const auto [kind, weight] = pair.terms.settings[i];
    PairScore::Part& part = scored.parts[i];
    part.present = kind != CriterionKind::ignored && row.present(pair.vacancy, pair.terms);
    if (!part.present) continue;
    part.score = row.score(pair);
    part.holds = row.holds(pair);
    INCONTRO_ASSERT(part.score <= full_units);
    if (kind == CriterionKind::must && !part.holds) scored.passes = false;
    all.add(part.score, weight);
    if (row.info.asked) asked.add(part.score, weight);
    if (row.info.wished) wished.add(part.score, weight);
  }
  scored.score = all.mean(0);
  scored.reciprocal = harmonic_mean(asked.mean(full_score), wished.mean(full_score));

  // Differences of what the score is with and without each part: they sum to it, whatever the
  // rounding.
  WeightedMean so_far;
  so_far.weights = all.weights;
  for (std::size_t i = 0; i < criterion_count; ++i) {
    if (!scored.parts[i].present) continue;
    const Millionths before = so_far.mean(0);
    so_far.sum += std::uint64_t{scored.parts[i].score} * pair.terms.settings[i].weight;
    scored.parts[i].contribution = so_far.mean(0) - before;
  }
  return scored;
}

}  // namespace

PairScore score_pair(const Profile& vacancy, const Profile& cv, const MatchTerms& terms, Units text,
                     int age_days) {
  INCONTRO_ASSERT(!cv.availabilities.empty() && !vacancy.availabilities.empty());
  PairScore best;
  for (std::size_t i = 0; i < cv.availabilities.size(); ++i) {
    PairScore scored = score_wanted({vacancy, cv, cv.availabilities[i], terms, text, age_days});
    scored.availability = i;
    if (i == 0 || std::pair(scored.passes, scored.score) > std::pair(best.passes, best.score))
      best = scored;
  }
  return best;
}

}  // namespace incontro
