#include "relevance/resampling.h"

#include <gmock/gmock.h>

#include "support/seed.h"

namespace incontro::bench {
namespace {

TEST(CrossValidation, OfOneSettingIsItsMean) {
  std::vector<double> values;
  for (int i = 0; i < 25; ++i) values.push_back(i / 24.0);
  const CrossValidated cross = cross_validate({values});
  EXPECT_NEAR(cross.low, 0.5, 1e-12);
  EXPECT_NEAR(cross.mean, 0.5, 1e-12);
  EXPECT_NEAR(cross.high, 0.5, 1e-12);
}

TEST(CrossValidation, TakesTheSettingThatIsBestEverywhere) {
  EXPECT_NEAR(cross_validate({std::vector<double>(30, 0.2), std::vector<double>(30, 0.7)}).mean,
              0.7, 1e-12);
}

// Settings that differ by chance only: the best one in hindsight is above its real worth, and
// choosing without the tenth that judges must not be.
TEST(CrossValidation, DoesNotRewardChance) {
  std::mt19937_64 random(test_seed(3));
  double hindsight = 0, cross = 0;
  for (int round = 0; round < 20; ++round) {
    Settings settings(30);
    double best = 0;
    for (std::vector<double>& values : settings) {
      double sum = 0;
      for (int i = 0; i < 100; ++i) sum += values.emplace_back(below(random, 2));
      best = std::max(best, sum / 100);
    }
    hindsight += best / 20;
    cross += cross_validate(settings).mean / 20;
  }
  EXPECT_GT(hindsight, 0.57);
  EXPECT_NEAR(cross, 0.5, 0.03);
}

TEST(Bootstrap, IsAsWideAsTheStandardErrorSays) {
  std::vector<double> values;
  for (int i = 0; i < 400; ++i) values.push_back(i % 2);
  const auto [low, high] = bootstrap_interval(values);  // 0.5 +- 1.96 * 0.5 / sqrt(400)
  EXPECT_NEAR(low, 0.451, 0.006);
  EXPECT_NEAR(high, 0.549, 0.006);
  const auto same = bootstrap_interval(std::vector<double>(10, 0.25));
  EXPECT_EQ(same, (std::pair{0.25, 0.25}));
}

}  // namespace
}  // namespace incontro::bench
