#include <incontro/distance.h>
#include <incontro/places.h>

#include <charconv>
#include <cmath>
#include <numbers>

namespace incontro {
namespace {

// On the unit sphere, where the haversine of an angle is a quarter of the squared chord: one table
// of points, and no function of an angle for places that are too far.
struct Point {
  double x, y, z;
};

Point point_at(Position position) {
  const double latitude = position.latitude * std::numbers::pi / 180;
  const double longitude = position.longitude * std::numbers::pi / 180;
  return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude),
          std::sin(latitude)};
}

double squared_chord(const Point& a, const Point& b) {
  const double x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
  return x * x + y * y + z * z;
}

double kilometres(double squared_chord) {
  return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(squared_chord) / 2));
}

std::optional<double> degrees(CodeIndex row, std::string_view column) {
  const std::string_view text = code_table(Table::territory).extra(row, column);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct Located {
  CodeIndex row;
  Position position;
  Point point;
};

struct Locations {
  Locations() : of_row(code_table(Table::territory).rows().size()) {
    for (std::size_t i = 0; i < of_row.size(); ++i) {
      const auto row = static_cast<CodeIndex>(i);
      const auto today = place_today(row);
      if (!today || kind_of(*today) != PlaceKind::comune) continue;
      const auto latitude = degrees(*today, "lat"), longitude = degrees(*today, "lon");
      if (!latitude || !longitude) continue;
      of_row[i] = Position{*latitude, *longitude};
      all.push_back({row, *of_row[i], point_at(*of_row[i])});
    }
  }

  std::vector<std::optional<Position>> of_row;
  std::vector<Located> all;
};

const Locations& locations() {
  static const Locations locations;
  return locations;
}

}  // namespace

double distance_km(Position a, Position b) {
  return kilometres(squared_chord(point_at(a), point_at(b)));
}

std::optional<Position> position_of(CodeIndex territory_row) {
  return locations().of_row[territory_row];
}

std::vector<std::uint32_t> metres_from(Position origin, std::uint32_t most) {
  std::vector<std::uint32_t> metres(locations().of_row.size(), nowhere);
  const Point from = point_at(origin);
  // A metre more than asked for, because the distance is rounded afterwards.
  const double half_angle = (most / 1000.0 + 0.001) / earth_radius_km / 2;
  const double chord = 2 * std::sin(std::min(half_angle, std::numbers::pi / 2));
  for (const Located& place : locations().all)
    if (const double square = squared_chord(from, place.point); square <= chord * chord)
      if (const double rounded = std::round(kilometres(square) * 1000); rounded <= most)
        metres[place.row] = static_cast<std::uint32_t>(rounded);
  return metres;
}

}  // namespace incontro
