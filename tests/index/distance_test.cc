#include <gtest/gtest.h>
#include <incontro/distance.h>

#include <cmath>
#include <random>

#include "support/seed.h"

namespace incontro {
namespace {

CodeIndex row_of(std::string_view code) { return *code_table(Table::territory).find(code); }

double km_between(std::string_view a, std::string_view b) {
  return distance_km(*position_of(row_of(a)), *position_of(row_of(b)));
}

TEST(Distance, OfCitiesIsAsKnown) {
  const struct {
    const char *from, *to;
    double km;
  } pairs[] = {
      {"H501", "F205", 477},  // Roma, Milano
      {"A944", "F257", 37},   // Bologna, Modena
      {"L219", "F205", 126},  // Torino, Milano
      {"G273", "F839", 314},  // Palermo, Napoli
      {"H501", "F839", 188},  // Roma, Napoli
  };
  for (const auto& pair : pairs) {
    EXPECT_NEAR(km_between(pair.from, pair.to), pair.km, pair.km / 100) << pair.from << pair.to;
    EXPECT_EQ(km_between(pair.from, pair.to), km_between(pair.to, pair.from));
    EXPECT_EQ(km_between(pair.from, pair.from), 0);
  }
}

// The haversine formula over the same positions, word for word.
TEST(Distance, IsThatOfTheHaversineFormula) {
  std::mt19937_64 random(test_seed(5));
  std::uniform_real_distribution<double> latitude(-90, 90), longitude(-180, 180);
  const auto square_of_half_sine = [](double degrees) {
    const double s = std::sin(degrees * std::acos(-1.0) / 360);
    return s * s;
  };
  const auto cosine = [](double degrees) { return std::cos(degrees * std::acos(-1.0) / 180); };
  for (int round = 0; round < 10'000; ++round) {
    const Position a{latitude(random), longitude(random)}, b{latitude(random), longitude(random)};
    const double h =
        square_of_half_sine(a.latitude - b.latitude) +
        cosine(a.latitude) * cosine(b.latitude) * square_of_half_sine(a.longitude - b.longitude);
    EXPECT_NEAR(distance_km(a, b), 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(h))),
                1e-3);
  }
  const double quarter = std::acos(0.0) * earth_radius_km;
  EXPECT_NEAR(distance_km({0, 0}, {90, 17}), quarter, 1e-6);
  EXPECT_NEAR(distance_km({0, 0}, {0, 180}), 2 * quarter, 1e-6);
  EXPECT_NEAR(distance_km({45, 180}, {45, -180}), 0, 1e-6);
}

TEST(Distance, ToAllRowsIsThatToEachAndStopsAtTheRadius) {
  const Position origin = *position_of(row_of("A944"));
  const CodeTable& territory = code_table(Table::territory);
  for (const std::uint32_t most : {0u, 1'000u, 36'960u, 500'000u}) {
    const auto metres = metres_from(origin, most);
    ASSERT_EQ(metres.size(), territory.rows().size());
    EXPECT_EQ(metres[row_of("A944")], 0u);
    for (std::size_t i = 0; i < metres.size(); ++i) {
      const auto position = position_of(static_cast<CodeIndex>(i));
      const double exact = position ? std::round(distance_km(origin, *position) * 1'000) : 1e9;
      EXPECT_EQ(metres[i], exact <= most ? static_cast<std::uint32_t>(exact) : nowhere)
          << territory.rows()[i].code;
    }
  }
}

TEST(Distance, PositionsAreThoseOfComuniInItaly) {
  std::size_t located = 0;
  for (std::size_t i = 0; i < code_table(Table::territory).rows().size(); ++i)
    if (const auto position = position_of(static_cast<CodeIndex>(i))) {
      ++located;
      EXPECT_TRUE(position->latitude > 35 && position->latitude < 47.2);
      EXPECT_TRUE(position->longitude > 6.5 && position->longitude < 18.6);
    }
  EXPECT_GT(located, 7'896u);
  for (const char* code : {"Z110", "EE", "BO", "08"}) EXPECT_FALSE(position_of(row_of(code)));
  // A former comune lies where its successor lies: Bazzano in Valsamoggia.
  EXPECT_EQ(km_between("A726", "M320"), 0);
}

}  // namespace
}  // namespace incontro
