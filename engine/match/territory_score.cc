#include "match/territory_score.h"

#include <incontro/distance.h>
#include <incontro/places.h>

#include <algorithm>
#include <cmath>

namespace incontro {
namespace {

constexpr Units same_province = 3'000, same_region = 1'000;
constexpr unsigned full_km = 10, halving_km = 30;
constexpr std::uint8_t province_level = 1;

const CodeTable& territory() { return code_table(Table::territory); }

// The row that says "not stated".
CodeIndex not_stated() {
  static const CodeIndex row = territory().find("0000").value();
  return row;
}

// By begun kilometres, as far as it is above 0.
const std::vector<std::uint16_t>& by_distance() {
  static const std::vector<std::uint16_t> scores = [] {
    std::vector<std::uint16_t> all(full_km + 1, full_units);
    for (;;) {
      const double halvings = static_cast<double>(all.size() - full_km) / halving_km;
      const auto score = static_cast<std::uint16_t>(std::lround(full_units * std::exp2(-halvings)));
      if (score == 0) return all;
      all.push_back(score);
    }
  }();
  return scores;
}

Units at_distance(std::uint32_t metres) {
  const std::size_t begun_km = metres / 1'000 + (metres % 1'000 != 0);
  return begun_km < by_distance().size() ? by_distance()[begun_km] : 0;
}

// Rounded as metres_from() rounds.
std::uint32_t metres_between(CodeIndex a, CodeIndex b) {
  const auto from = position_of(a), to = position_of(b);
  if (!from || !to) return nowhere;
  return static_cast<std::uint32_t>(std::round(distance_km(*from, *to) * 1'000));
}

// The branch of the territory's tree that a row is in; empty where it has none.
struct Rows {
  std::size_t begin = 0, end = 0;
  bool contains(CodeIndex row) const { return begin <= row && row < end; }
};

Rows branch(CodeIndex row) { return {row, territory().row(row).last + std::size_t{1}}; }

Rows region_of(CodeIndex row) {
  while (territory().row(row).parent != no_code) row = territory().row(row).parent;
  return kind_of(row) == PlaceKind::region ? branch(row) : Rows{};
}

Rows province_of(CodeIndex row) {
  while (territory().row(row).level > province_level) row = territory().row(row).parent;
  return kind_of(row) == PlaceKind::province ? branch(row) : Rows{};
}

bool is_area(CodeIndex row) {
  return kind_of(row) == PlaceKind::province || kind_of(row) == PlaceKind::region;
}

bool covers(CodeIndex area, CodeIndex place) {
  return is_area(area) && branch(area).contains(place);
}

}  // namespace

bool states_place(CodeIndex territory_row) {
  return territory_row != no_code && territory_row != not_stated();
}

std::pair<CodeIndex, CodeIndex> other_states() {
  const CodeIndex abroad = *territory().find("EE");
  return {static_cast<CodeIndex>(abroad + 1), territory().row(abroad).last};
}

Units nearness(CodeIndex a, CodeIndex b) {
  if (!states_place(a) || !states_place(b)) return unstated_nearness;
  if (a == b) return full_units;
  const Units least = province_of(a).contains(b) ? same_province
                      : region_of(a).contains(b) ? same_region
                                                 : 0;
  return std::max(least, at_distance(metres_between(a, b)));
}

bool inside(CodeIndex a, CodeIndex b, unsigned radius_km) {
  if (!states_place(a) || !states_place(b)) return false;
  if (a == b) return true;
  const std::uint32_t metres = metres_between(a, b);
  return metres == nowhere ? covers(a, b) || covers(b, a) : metres <= radius_km * 1'000;
}

PlaceTable places_from(CodeIndex place, unsigned radius_km) {
  const std::size_t size = territory().rows().size();
  if (!states_place(place))
    return {std::vector<std::uint16_t>(size, unstated_nearness), std::vector<std::uint8_t>(size)};

  PlaceTable table{std::vector<std::uint16_t>(size), std::vector<std::uint8_t>(size)};
  const Rows region = region_of(place), province = province_of(place);
  const auto fill = [&](Rows rows, Units score) {
    std::fill(table.nearness.begin() + static_cast<std::ptrdiff_t>(rows.begin),
              table.nearness.begin() + static_cast<std::ptrdiff_t>(rows.end),
              static_cast<std::uint16_t>(score));
  };
  fill(region, same_region);
  fill(province, same_province);

  const std::uint32_t radius = radius_km * 1'000;
  std::vector<std::uint32_t> metres(size, nowhere);
  if (const auto position = position_of(place))
    metres = metres_from(
        *position, std::max(radius, static_cast<std::uint32_t>(by_distance().size() * 1'000)));
  for (std::size_t i = 0; i < size; ++i)
    if (metres[i] != nowhere) {
      table.inside[i] = metres[i] <= radius;
      table.nearness[i] =
          std::max(table.nearness[i], static_cast<std::uint16_t>(at_distance(metres[i])));
    }
  // Areas have no position: those that the place lies in, and what lies in it where it is one.
  for (CodeIndex area = place; area != no_code; area = territory().row(area).parent)
    if (is_area(area)) table.inside[area] = 1;
  if (is_area(place)) {
    const Rows covered = branch(place);
    std::fill(table.inside.begin() + static_cast<std::ptrdiff_t>(covered.begin),
              table.inside.begin() + static_cast<std::ptrdiff_t>(covered.end), std::uint8_t{1});
  }

  table.nearness[place] = full_units;
  table.inside[place] = 1;
  table.nearness[not_stated()] = unstated_nearness;
  return table;
}

Units territory_score(Units nearness, bool workplace_abroad, bool cv_abroad) {
  if (!workplace_abroad) return nearness;
  return cv_abroad || nearness == full_units ? full_units : 0;
}

bool territory_holds(Units nearness, bool inside, bool workplace_abroad, bool cv_abroad) {
  if (!workplace_abroad) return inside;
  return territory_score(nearness, workplace_abroad, cv_abroad) == full_units;
}

}  // namespace incontro
