#pragma once

#include <cstdint>

namespace incontro {

// What one archive may cost. Declared sizes lie, so bytes are counted as they are inflated.
inline constexpr std::uint64_t archive_entry_limit = 20'000;
inline constexpr std::uint64_t archive_inflated_limit_bytes = 512ull << 20;
inline constexpr std::uint64_t archive_ratio_limit = 200;
// Small archives of repetitive XML compress well without being bombs.
inline constexpr std::uint64_t archive_ratio_floor_bytes = 1ull << 20;

// Findings that the report of one archive lists in full; of files beyond it only the first each.
inline constexpr std::size_t archive_finding_limit = 5'000;

}  // namespace incontro
