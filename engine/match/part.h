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

// What some criteria add to a pair: sums over those that it has. REQUIRES of all sums: no criterion
// twice. So the bits of musts that do not hold add up as a set, and one addition of 64 bits does
// for all three sums: a match makes hundreds of thousands.
class Part {
 public:
  Part() = default;
  Part(std::uint32_t gain, std::uint32_t weight, CriterionBits fails)
      : sums_(std::uint64_t{fails} << 48 | std::uint64_t{weight} << 32 | gain) {}

  // Weight times score: below 16 * 1,000 * 10,000.
  std::uint32_t gain() const { return static_cast<std::uint32_t>(sums_); }
  std::uint32_t weight() const { return static_cast<std::uint16_t>(sums_ >> 32); }  // < 16 * 1,000
  CriterionBits fails() const { return static_cast<CriterionBits>(sums_ >> 48); }

  Part& operator+=(Part other) {
    sums_ += other.sums_;
    return *this;
  }
  friend Part operator+(Part a, Part b) { return a += b; }
  // Whether the score is below: the same without a division.
  bool scores_below(Millionths score) const {
    return millionths_per_unit * gain() < std::uint64_t{score} * weight();
  }
  // Of all criteria together: what score_pair() gives.
  Millionths score() const {
    return weight() == 0 ? 0 : static_cast<Millionths>(millionths_per_unit * gain() / weight());
  }

 private:
  static constexpr std::uint64_t millionths_per_unit = full_score / full_units;
  std::uint64_t sums_ = 0;
};

// Of a criterion that the pair has.
inline Part part_of(Criterion criterion, const MatchTerms& terms, Units score, bool holds) {
  const auto [kind, weight] = terms.settings[static_cast<std::size_t>(criterion)];
  if (kind == CriterionKind::ignored) return {};
  const bool fails = kind == CriterionKind::must && !holds;
  return {weight * score, weight, fails ? bit_of(criterion) : CriterionBits{0}};
}
// Nothing where the pair has it not, or it is ignored.
Part part_of(Criterion criterion, const Pair& pair);

}  // namespace incontro
