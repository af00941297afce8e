#include "bandwidth.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <numeric>

namespace incontro {

std::vector<std::uint64_t> more_than_caches_hold() {
  constexpr std::size_t least = 512u << 20;  // where the size of the caches is not known
  const auto cache = std::max(0L, sysconf(_SC_LEVEL3_CACHE_SIZE));
  // Not zeros: pages that were never written are all the same page.
  return std::vector<std::uint64_t>(
      std::max(least, 2 * static_cast<std::size_t>(cache)) / sizeof(std::uint64_t), 1);
}

// Eight sums that do not wait for one another.
std::uint64_t sum(std::span<const std::uint64_t> numbers) {
  std::array<std::uint64_t, 8> sums{};
  std::size_t i = 0;
  for (; i + sums.size() <= numbers.size(); i += sums.size())
    for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += numbers[i + k];
  for (; i < numbers.size(); ++i) sums[0] += numbers[i];
  return std::accumulate(sums.begin(), sums.end(), std::uint64_t{0});
}

double memory_bandwidth() {
  const std::vector<std::uint64_t> numbers = more_than_caches_hold();
  double best = 0;
  for (int pass = 0; pass < 5; ++pass) {
    const std::clock_t start = std::clock();  // processor time, as the loops are measured in
    benchmark::DoNotOptimize(sum(numbers));
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    best = std::max(best, static_cast<double>(numbers.size() * sizeof numbers[0]) / seconds);
  }
  return best;
}

void count_work(benchmark::State& state, std::size_t items, std::size_t bytes) {
  const auto iterations = static_cast<std::size_t>(state.iterations());
  state.SetItemsProcessed(static_cast<std::int64_t>(iterations * items));
  state.SetBytesProcessed(static_cast<std::int64_t>(iterations * bytes));
}

}  // namespace incontro
