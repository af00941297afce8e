#pragma once

#include <incontro/codes.h>
#include <incontro/places.h>
#include <incontro/query.h>

#include <cmath>
#include <cstdint>
#include <numbers>
#include <optional>
#include <string>
#include <vector>

namespace incontro {

// Where the rows of the territory table lie, in radians; nothing where that is not known.
struct JudgedPosition {
  double latitude, longitude;
};
inline const std::vector<std::optional<JudgedPosition>>& judged_positions() {
  static const auto positions = [] {
    const CodeTable& territory = code_table(Table::territory);
    std::vector<std::optional<JudgedPosition>> all(territory.rows().size() + 1);  // the unstated
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      const auto row = static_cast<CodeIndex>(i);
      const CodeIndex today = place_today(row).value_or(row);
      if (territory.extra(today, "kind") != "comune") continue;
      constexpr double degree = std::numbers::pi / 180;
      all[i] = {std::stod(std::string(territory.extra(today, "lat"))) * degree,
                std::stod(std::string(territory.extra(today, "lon"))) * degree};
    }
    return all;
  }();
  return positions;
}

// The haversine formula as textbooks write it: metres between two rows of the territory table,
// nothing where one of them has no position.
inline std::optional<std::uint32_t> judged_metres(CodeIndex a, CodeIndex b) {
  const auto &from = judged_positions()[a], &to = judged_positions()[b];
  if (!from || !to) return std::nullopt;
  const double half_latitude = std::sin((to->latitude - from->latitude) / 2);
  const double half_longitude = std::sin((to->longitude - from->longitude) / 2);
  const double haversine = half_latitude * half_latitude + std::cos(from->latitude) *
                                                               std::cos(to->latitude) *
                                                               half_longitude * half_longitude;
  return static_cast<std::uint32_t>(
      std::round(2 * 6'371'008.8 * std::atan2(std::sqrt(haversine), std::sqrt(1 - haversine))));
}

// Metres from the place of the query to each row of the territory table, those farther than its
// radius left out. By row, the unstated too.
inline std::vector<std::optional<std::uint32_t>> judged_radius(const Near& near) {
  const CodeIndex origin = *code_table(Table::territory).find(near.place);
  std::vector<std::optional<std::uint32_t>> metres(judged_positions().size());
  for (std::size_t row = 0; row < metres.size(); ++row) {
    metres[row] = judged_metres(origin, static_cast<CodeIndex>(row));
    if (metres[row] && *metres[row] > near.km * 1'000) metres[row].reset();
  }
  return metres;
}

}  // namespace incontro
