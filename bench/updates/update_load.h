#pragma once

#include <incontro/engine.h>

#include <cstdint>
#include <vector>

namespace incontro::bench {

struct UpdateResult {
  std::uint64_t added = 0, replaced = 0;
  double seconds = 0;  // from the first update to the last acknowledgement
  // Milliseconds from an acknowledgement until a search sees the update, one each.
  std::vector<double> findable_after;
};

// Applies updates at a fixed rate, one at a time, each acknowledged when it is on disk: in turn a
// new vacancy and one that replaces an existing one. The home holds generated vacancies 0 to
// records - 1. Returns when all of them can be found. REQUIRES: rate * seconds / 2 <= records.
UpdateResult run_updates(Engine& engine, std::size_t records, double rate, double seconds);

}  // namespace incontro::bench
