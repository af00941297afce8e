#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>

namespace incontro {

// The seed of a random test: INCONTRO_SEED where set, else a fixed one; printed when the test
// fails.
inline std::uint64_t test_seed(std::uint64_t fallback) {
  const char* given = std::getenv("INCONTRO_SEED");
  const std::uint64_t seed = given ? std::strtoull(given, nullptr, 10) : fallback;
  ::testing::Test::RecordProperty("seed", std::to_string(seed));
  std::cout << "INCONTRO_SEED=" << seed << "\n";
  return seed;
}

// A number in [0, bound), good enough for tests and the same with every compiler.
inline std::size_t below(std::mt19937_64& random, std::size_t bound) { return random() % bound; }

}  // namespace incontro
