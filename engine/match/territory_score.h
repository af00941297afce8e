#pragma once

#include <incontro/codes.h>
#include <incontro/match.h>
#include <incontro/profile.h>

#include <cstdint>
#include <utility>
#include <vector>

// How a person's home suits a workplace. The two places alone give a nearness, which is symmetric
// and can be had for all places at once. Readiness for transfers is readiness to be sent on trips,
// not to move house: it is a criterion of its own and no place is nearer by it.
namespace incontro {

inline constexpr Units unstated_nearness = 5'000;

// False for no_code and for the row that says "not stated".
bool states_place(CodeIndex territory_row);
// The rows [first, last] of other states: workplaces there are abroad.
std::pair<CodeIndex, CodeIndex> other_states();

// Of two rows of Table::territory: full_units for equal rows and up to 10 km, then halved every
// 30 km of the great circle, by begun kilometres; not below 3,000 within a province and 1,000
// within a region, which is also what places without a position have; unstated_nearness where
// either states no place. States have no position: 0, unless equal.
Units nearness(CodeIndex a, CodeIndex b);

// Whether a must on the place holds between two rows: they are equal, or their distance is known
// and at most the radius, or one is a province or region that the other lies in, for whoever names
// an area names all of it. What states no place, or lies nobody knows where, is inside of nothing
// else.
bool inside(CodeIndex a, CodeIndex b, unsigned radius_km);

// The above from one place to every row, exactly. Some 100 microseconds.
struct PlaceTable {
  std::vector<std::uint16_t> nearness;  // by row
  std::vector<std::uint8_t> inside;     // by row: 0, 1
};
PlaceTable places_from(CodeIndex place, unsigned radius_km);

// A workplace in Italy: the nearness. In another state: full for a CV given to the European network
// or an equal row, else 0.
Units territory_score(Units nearness, bool workplace_abroad, bool cv_abroad);

// As a must: inside the radius; in another state a full score.
bool territory_holds(Units nearness, bool inside, bool workplace_abroad, bool cv_abroad);

}  // namespace incontro
