#include "harness/rows.h"

#include <algorithm>
#include <numeric>

namespace incontro::bench {
namespace {

template <class T>
boost::json::value or_null(const std::optional<T>& value) {
  return value ? boost::json::value(*value) : boost::json::value(nullptr);
}

template <class T>
std::optional<T> if_stated(const boost::json::value& value) {
  if (value.is_null()) return std::nullopt;
  return boost::json::value_to<T>(value);
}

}  // namespace

Timing timing_of(std::vector<double> times) {
  std::ranges::sort(times);
  const auto percentile = [&](std::size_t percent) {
    return times[(times.size() * percent + 99) / 100 - 1];
  };
  const double sum = std::accumulate(times.begin(), times.end(), 0.0);
  return {sum / static_cast<double>(times.size()), percentile(50), percentile(95), percentile(99),
          times.back()};
}

boost::json::object to_json(const Row& row) {
  return {{"engine", row.engine},
          {"class", row.name},
          {"records", row.records},
          {"queries", row.queries},
          {"hits_mean", row.hits_mean},
          {"mean_us", row.us.mean},
          {"p50_us", row.us.p50},
          {"p95_us", row.us.p95},
          {"p99_us", row.us.p99},
          {"max_us", row.us.max},
          {"same_totals", or_null(row.same_totals)},
          {"same_facets", or_null(row.same_facets)},
          {"same_best", or_null(row.same_best)},
          {"ratio_mean", or_null(row.ratio_mean)},
          {"ratio_p50", or_null(row.ratio_p50)}};
}

Row row_from_json(const boost::json::value& json) {
  const auto number = [&](const char* name) { return json.at(name).to_number<double>(); };
  return {
      boost::json::value_to<std::string>(json.at("engine")),
      boost::json::value_to<std::string>(json.at("class")),
      json.at("records").to_number<std::size_t>(),
      json.at("queries").to_number<std::size_t>(),
      number("hits_mean"),
      {number("mean_us"), number("p50_us"), number("p95_us"), number("p99_us"), number("max_us")},
      if_stated<bool>(json.at("same_totals")),
      if_stated<bool>(json.at("same_facets")),
      if_stated<bool>(json.at("same_best")),
      if_stated<double>(json.at("ratio_mean")),
      if_stated<double>(json.at("ratio_p50"))};
}

}  // namespace incontro::bench
