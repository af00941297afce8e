#pragma once

#include <incontro/codes.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace incontro {

// Degrees north and east, WGS 84.
struct Position {
  double latitude = 0, longitude = 0;
};

// Mean radius of the Earth (IUGG R1: H. Moritz, Geodetic Reference System 1980, J. Geodesy 2000).
inline constexpr double earth_radius_km = 6371.0088;

// Great-circle distance, by the haversine formula (R. W. Sinnott, Virtues of the Haversine, 1984):
// exact for close places too, and within 0.6 % of the distance on the ellipsoid.
double distance_km(Position a, Position b);

// Where a row of the territory table lies: a comune where its town hall stands, a former one where
// its successor (places.h) lies. Nothing for regions, provinces, states, and former comuni whose
// successor is not known: they are too large or unknown to measure from. A few nanoseconds; any
// thread.
std::optional<Position> position_of(CodeIndex territory_row);

// Great-circle distances from a position to every row of the territory table, in whole metres;
// nowhere: the row has no position, or lies farther than `most` metres. Some 50 microseconds.
inline constexpr std::uint32_t nowhere = 0xFFFF'FFFF;
std::vector<std::uint32_t> metres_from(Position origin, std::uint32_t most);

}  // namespace incontro
