#include "match/part.h"

#include "match/criteria.h"

namespace incontro {

Part part_of(Criterion criterion, const MatchTerms& terms, Units score, bool holds) {
  const auto [kind, weight] = terms.settings[static_cast<std::size_t>(criterion)];
  if (kind == CriterionKind::ignored) return {};
  const bool fails = kind == CriterionKind::must && !holds;
  return {weight * score, static_cast<std::uint16_t>(weight),
          fails ? bit_of(criterion) : CriterionBits{0}};
}

Part part_of(Criterion criterion, const Pair& pair) {
  const CriterionRow& row = criterion_rows()[static_cast<std::size_t>(criterion)];
  if (!row.present(pair.vacancy, pair.terms)) return {};
  return part_of(criterion, pair.terms, row.score(pair), row.holds(pair));
}

}  // namespace incontro
