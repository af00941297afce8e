#pragma once

#include <incontro/block.h>
#include <incontro/document.h>
#include <incontro/engine.h>
#include <incontro/synth.h>

#include <memory>
#include <vector>

namespace incontro {

// Generated records, the same for every benchmark: seed 2012, inserted up to this day.
inline constexpr std::uint64_t bench_seed = 2012;
inline constexpr Date bench_day = std::chrono::sys_days(std::chrono::days(20'780));

const Generator& bench_generator();

// `count` vacancies as one block; made once per count. REQUIRES: count <= block_capacity.
const BlockView& bench_block(std::size_t count);

// A home with so many vacancies and half as many CVs, in the temporary directory: made at the first
// call with that size, kept for the next run (INCONTRO_BENCH_DIR names another place).
Engine& bench_engine(std::size_t vacancies);

}  // namespace incontro
