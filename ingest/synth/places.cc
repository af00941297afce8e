#include "synth/places.h"

#include <incontro/codes.h>

#include <charconv>

namespace incontro {

Places::Places() {
  const CodeTable& territory = code_table(Table::territory);
  const auto rows = territory.rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto row = static_cast<CodeIndex>(i);
    if (territory.extra(row, "kind") != "comune" || rows[i].to) continue;
    const std::string_view people = territory.extra(row, "population");
    std::uint32_t population = 0;
    std::from_chars(people.data(), people.data() + people.size(), population);
    const CodeRow& region = rows[rows[rows[i].parent].parent];
    const std::string_view postcodes = territory.extra(row, "cap");
    Region& here = regions_[std::string(region.code)];
    here.places.push_back(places_.size());
    here.weights.add(population + 200);  // even the smallest now and then
    all_.add(population + 200);
    places_.push_back({std::string(rows[i].code), std::string(rows[i].label),
                       std::string(region.code),
                       std::string(postcodes.substr(0, postcodes.find(',')))});
  }
}

const Place& Places::near(Random& random, const std::vector<std::string>& regions,
                          std::uint32_t percent) const {
  if (regions.empty() || !random.chance(percent)) return any(random);
  const Region& region = regions_.at(random.pick_early(regions));
  return places_[region.places[region.weights.pick(random)]];
}

const Place& Places::beside(Random& random, const Place& place) const {
  const Region& region = regions_.at(place.region);
  return places_[region.places[region.weights.pick(random)]];
}

}  // namespace incontro
