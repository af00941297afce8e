#pragma once

#include <cstdint>

#include "match/pair.h"

namespace incontro {

// Criteria as bits: bit i is the Criterion i.
using CriterionBits = std::uint16_t;
static_assert(criterion_count <= 16);

inline CriterionBits bit_of(Criterion criterion) {
  return static_cast<CriterionBits>(1u << static_cast<unsigned>(criterion));
}

// What some criteria add to a pair: sums over those that it has.
struct Part {
  std::uint32_t gain = 0;    // weight times score: below 16 * 1,000 * 10,000
  std::uint16_t weight = 0;  // below 16 * 1,000
  CriterionBits fails = 0;   // musts that do not hold

  Part& operator+=(const Part& other) {
    gain += other.gain;
    weight = static_cast<std::uint16_t>(weight + other.weight);
    fails = static_cast<CriterionBits>(fails | other.fails);
    return *this;
  }
  friend Part operator+(Part a, const Part& b) { return a += b; }
  // Of all criteria together: what score_pair() gives.
  Millionths score() const {
    constexpr std::uint64_t millionths_per_unit = full_score / full_units;
    return weight == 0 ? 0 : static_cast<Millionths>(millionths_per_unit * gain / weight);
  }
};

// Of a criterion that the pair has.
Part part_of(Criterion criterion, const MatchTerms& terms, Units score, bool holds);
// Nothing where the pair has it not, or it is ignored.
Part part_of(Criterion criterion, const Pair& pair);

}  // namespace incontro
