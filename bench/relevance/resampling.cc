#include "relevance/resampling.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace incontro::bench {
namespace {

constexpr std::uint64_t seed = 2012;
constexpr std::size_t repetitions = 10, parts = 10, resamples = 10'000;

// The sums over the queries at order[i] with i in this part, or not in it.
double sum_of(const std::vector<double>& values, const std::vector<std::size_t>& order,
              std::size_t part, bool inside) {
  double sum = 0;
  for (std::size_t i = 0; i < order.size(); ++i)
    if ((i % parts == part) == inside) sum += values[order[i]];
  return sum;
}

double repetition(const Settings& settings, const std::vector<std::size_t>& order) {
  double total = 0;
  for (std::size_t part = 0; part < parts; ++part) {
    const auto best = std::ranges::max_element(
        settings, {},
        [&](const std::vector<double>& values) { return sum_of(values, order, part, false); });
    total += sum_of(*best, order, part, true);
  }
  return total / static_cast<double>(order.size());
}

}  // namespace

CrossValidated cross_validate(const Settings& settings) {
  std::mt19937_64 random(seed);
  std::vector<std::size_t> order(settings.front().size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> means;
  for (std::size_t r = 0; r < repetitions; ++r) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    means.push_back(repetition(settings, order));
  }
  const auto [low, high] = std::ranges::minmax(means);
  return {low, std::accumulate(means.begin(), means.end(), 0.0) / repetitions, high};
}

std::pair<double, double> bootstrap_interval(std::span<const double> values) {
  std::mt19937_64 random(seed);
  std::vector<double> means(resamples);
  for (double& mean : means) {
    for (std::size_t i = 0; i < values.size(); ++i) mean += values[random() % values.size()];
    mean /= static_cast<double>(values.size());
  }
  std::ranges::sort(means);
  return {means[resamples / 40], means[resamples - resamples / 40 - 1]};
}

}  // namespace incontro::bench
