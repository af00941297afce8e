#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace incontro {

// Twice as many as the caches hold, all 1.
std::vector<std::uint64_t> more_than_caches_hold();

// Reads all of it, faster than memory delivers.
std::uint64_t sum(std::span<const std::uint64_t> numbers);

// Bytes a second that one core reads from memory: the best of a few passes.
double memory_bandwidth();

// What one iteration works through.
void count_work(benchmark::State& state, std::size_t items, std::size_t bytes);

}  // namespace incontro
