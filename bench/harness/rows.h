#pragma once

#include <boost/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace incontro::bench {

struct Timing {
  double mean = 0, p50 = 0, p95 = 0, p99 = 0, max = 0;
};
// A percentile is the smallest time that so many per cent do not exceed. REQUIRES: not empty.
Timing timing_of(std::vector<double> times);

// One engine, one class of queries. Times in microseconds.
struct Row {
  std::string engine, name;
  std::size_t records = 0, queries = 0;
  double hits_mean = 0;
  Timing us;
  // Peers only: agreement with our answers, and their time over ours on the same queries. Of the
  // hits shown, only the number is compared where they are ranked by score, each engine's own.
  std::optional<bool> same_totals, same_facets, same_best;
  std::optional<double> ratio_mean, ratio_p50;
};
// A peer's times count only when it found what we found.
inline bool agrees(const Row& row) {
  return row.same_totals.value_or(true) && row.same_facets.value_or(true) &&
         row.same_best.value_or(true);
}
boost::json::object to_json(const Row& row);
// Throws what Boost.JSON throws when a member is missing or of another kind.
Row row_from_json(const boost::json::value& json);

}  // namespace incontro::bench
