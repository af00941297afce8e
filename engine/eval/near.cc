#include "eval/near.h"

#include <incontro/fields.h>
#include <incontro/places.h>

namespace incontro {
namespace {

Error wrong(const Near& near, const std::string& reason) {
  return {Code::invalid, "near '" + near.place + "': " + reason};
}

// The few provinces that the radius reaches are taken document by document: their sets are at
// hand, and so the cost is theirs, not the block's.
void find_inside(const PlannedNear& near, const Block& block, BitSet& inside) {
  inside.clear();
  const ValueDocuments& provinces = block.branches[near.field];
  for (const CodeIndex branch : near.branches)
    if (const std::size_t i = provinces.find(branch); i < provinces.values.size())
      provinces.documents(i).for_each([&](std::uint16_t offset) {
        if (near.metres_of(block, offset) != nowhere) inside.set(offset);
      });
}

}  // namespace

Result<PlannedNear> plan_near(Collection collection, const Near& near) {
  if (near.km < 1 || near.km > Near::most_km) return wrong(near, "km: from 1 to 500");
  const std::size_t field = *find_field(collection, "territory");
  const FieldDomain& territory = *fields_of(collection)[field].domain;
  const auto place = code_table(Table::territory).find(near.place);
  if (!place) return wrong(near, "unknown code: the code of a comune is wanted, as A944");
  const auto origin = position_of(*place);
  if (!origin) return wrong(near, "this place has no position: the code of a comune is wanted");

  PlannedNear planned{field, metres_from(*origin, near.km * 1'000), {}};
  planned.metres.resize(territory.size(), nowhere);  // and the unstated
  for (std::size_t value = 0; value < planned.metres.size(); ++value)
    if (const CodeIndex branch = territory.branches()[value];
        planned.metres[value] != nowhere &&
        (planned.branches.empty() || planned.branches.back() != branch))
      planned.branches.push_back(branch);
  return planned;
}

void keep_near(const PlannedNear& near, const Block& block, Hits& hits, BitSet& inside) {
  if (hits.dense) {
    find_inside(near, block, inside);
    hits.bits.intersect(inside);
    return;
  }
  std::size_t kept = 0;
  for (const std::uint16_t offset : hits.offsets) {
    hits.offsets[kept] = offset;
    kept += near.metres_of(block, offset) != nowhere;
  }
  hits.offsets.resize(kept);
}

}  // namespace incontro
