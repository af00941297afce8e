#include "synth/places.h"

#include <incontro/assert.h>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace incontro {
namespace {

// Added to the population, so that the smallest comune appears now and then.
constexpr std::uint32_t least_weight = 200;
constexpr std::size_t offices_of_a_province = 5;

std::uint32_t number(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Degrees as the table writes them, "44.67663", to metres. Whole numbers: the same everywhere.
std::int64_t metres(std::string_view degrees, std::int64_t metres_of_a_degree) {
  const auto point = degrees.find('.');
  if (point == std::string_view::npos) return number(degrees) * metres_of_a_degree;
  std::string decimals(degrees.substr(point + 1));
  decimals.resize(5, '0');
  return (number(degrees.substr(0, point)) * std::int64_t{100'000} + number(decimals)) *
         metres_of_a_degree / 100'000;
}

std::int64_t squared_metres(const Place& a, const Place& b) {
  const std::int64_t north = a.north - b.north, east = a.east - b.east;
  return north * north + east * east;
}

std::int64_t squared_metres(std::int64_t km) { return km * km * 1'000'000; }

}  // namespace

Comuni::Comuni(Date first, Date last) {
  const CodeTable& territory = code_table(Table::territory);
  const auto rows = territory.rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto index = static_cast<CodeIndex>(i);
    const std::string_view postcode = territory.extra(index, "cap");  // large ones have several
    if (territory.extra(index, "kind") != "comune" || postcode.size() < 5) continue;
    if (!territory.valid_on(rows[i].code, first) || !territory.valid_on(rows[i].code, last))
      continue;
    const CodeIndex province = rows[i].parent;
    const CodeRow& region = rows[rows[province].parent];
    const auto in_province =
        province_places_.try_emplace(std::string(rows[province].code), provinces_.size()).first;
    if (in_province->second == provinces_.size()) provinces_.emplace_back();
    const auto in_region =
        region_places_.try_emplace(std::string(region.code), regions_.size()).first;
    if (in_region->second == regions_.size()) regions_.emplace_back();

    const std::uint32_t weight = number(territory.extra(index, "population")) + least_weight;
    add(provinces_[in_province->second], places_.size(), weight);
    add(regions_[in_region->second], places_.size(), weight);
    all_.add(weight);
    population_.push_back(weight);
    places_.push_back({std::string(rows[i].code), std::string(rows[i].label),
                       std::string(postcode.substr(0, 5)), std::string(rows[province].label),
                       std::string(region.code), std::string(territory.extra(province, "istat")),
                       in_province->second, in_region->second,
                       metres(territory.extra(index, "lat"), 111'200),
                       metres(territory.extra(index, "lon"), 82'000)});
  }
  INCONTRO_ASSERT(!places_.empty() && "no comune is open on the day");
  for (Area& province : provinces_) {
    province.offices = province.places;
    std::sort(province.offices.begin(), province.offices.end(), [&](std::size_t a, std::size_t b) {
      return population_[a] != population_[b] ? population_[a] > population_[b] : a < b;
    });
    province.offices.resize(std::min(province.offices.size(), offices_of_a_province));
  }
  // The communities that are largest in Italy, in their order.
  const CodeTable& citizenships = code_table(Table::citizenship);
  for (const std::string_view code :
       {"Z129", "Z100", "Z330", "Z210", "Z138", "Z222", "Z249", "Z236", "Z335", "Z336",
        "Z343", "Z352", "Z140", "Z611", "Z127", "Z209", "Z605", "Z112", "Z110", "Z602"}) {
    if (!territory.valid_on(code, last)) continue;
    for (std::size_t i = 0; i < citizenships.rows().size(); ++i) {
      const CodeRow& row = citizenships.rows()[i];
      if (citizenships.extra(static_cast<CodeIndex>(i), "state") != code ||
          !citizenships.valid_on(row.code, first) || !citizenships.valid_on(row.code, last))
        continue;
      states_.values.push_back({std::string(code), std::string(row.code)});
      break;
    }
  }
  states_.rank(0);
}

void Comuni::add(Area& area, std::size_t place, std::uint32_t weight) {
  area.places.push_back(place);
  area.weights.add(weight);
}

const Place& Comuni::favouring(Random& random, const std::vector<std::string>& regions,
                               std::uint32_t percent) const {
  if (regions.empty() || !random.chance(percent)) return any(random);
  const auto found = region_places_.find(random.pick(regions));
  if (found == region_places_.end()) return any(random);
  const Area& region = regions_[found->second];
  return places_[region.places[region.weights.pick(random)]];
}

const Place& Comuni::in_province_of(Random& random, const Place& place) const {
  const Area& province = provinces_[place.in_province];
  return places_[province.places[province.weights.pick(random)]];
}

const Place& Comuni::in_region_of(Random& random, const Place& place) const {
  const Area& region = regions_[place.in_region];
  return places_[region.places[region.weights.pick(random)]];
}

const Place& Comuni::near(Random& random, const Place& place, std::int64_t km) const {
  std::vector<std::size_t> candidates;
  Weighted weights;
  for (const std::size_t other : provinces_[place.in_province].places)
    if (squared_metres(places_[other], place) <= squared_metres(km)) {
      candidates.push_back(other);
      weights.add(population_[other]);
    }
  return places_[candidates[weights.pick(random)]];
}

const Place& Comuni::far(Random& random, const Place& place, std::int64_t km) const {
  for (;;) {
    const Place& other = any(random);
    if (other.region != place.region && squared_metres(other, place) >= squared_metres(km))
      return other;
  }
}

const Place* Comuni::find(std::string_view code) const {
  const auto found = std::ranges::find(places_, code, &Place::code);
  return found == places_.end() ? nullptr : &*found;
}

const Place& Comuni::office_of(const Place& place) const {
  const Area& province = provinces_[place.in_province];
  for (const std::size_t office : province.offices)
    if (places_[office].code == place.code) return places_[office];
  std::uint32_t sum = 0;  // always the same office for the same comune
  for (const char c : place.code) sum = sum * 31 + static_cast<unsigned char>(c);
  return places_[province.offices[sum % province.offices.size()]];
}

}  // namespace incontro
