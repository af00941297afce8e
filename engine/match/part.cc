#include "match/part.h"

#include "match/criteria.h"

namespace incontro {

Part part_of(Criterion criterion, const Pair& pair) {
  const CriterionRow& row = criterion_rows()[static_cast<std::size_t>(criterion)];
  if (!row.present(pair.vacancy, pair.terms)) return {};
  return part_of(criterion, pair.terms, row.score(pair), row.holds(pair));
}

}  // namespace incontro
