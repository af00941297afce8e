#include "report/charts.h"

#include <fmt/format.h>

#include "report/tables.h"

namespace incontro::bench {
namespace {

namespace json = boost::json;

constexpr const char* query_axis = "time per query, logarithmic: shorter is better";

double number(const json::object& row, const std::string& name) {
  return row.at(name).to_number<double>();
}

}  // namespace

BarChart engines_chart(const QueryRun& run, const std::string& what, double Timing::*time) {
  BarChart chart{
      fmt::format("{} per query, {} records", what, readable(static_cast<double>(run.records))),
      query_axis,
      run.classes(),
      {}};
  for (const std::string& engine : run.engines()) {
    auto& series = chart.series.emplace_back(BarChart::Series{engine, {}});
    for (const std::string& name : chart.categories) {
      const Row* row = run.find(engine, name);
      series.values.push_back(row && agrees(*row) ? std::optional(row->us.*time) : std::nullopt);
    }
  }
  return chart;
}

BarChart growth_chart(const std::vector<QueryRun>& runs) {
  BarChart chart{
      "Mean time per query as the collection grows", query_axis, runs.front().classes(), {}};
  for (const QueryRun& run : runs) {
    auto& series = chart.series.emplace_back(
        BarChart::Series{readable(static_cast<double>(run.records)) + " records", {}});
    for (const std::string& name : chart.categories) {
      const Row* row = run.find("incontro", name);
      series.values.push_back(row ? std::optional(row->us.mean) : std::nullopt);
    }
  }
  return chart;
}

BarChart updates_chart(const std::vector<json::object>& rows) {
  BarChart chart{
      "Queries without and with updates", query_axis, {}, {{"idle", {}}, {"updates", {}}}};
  for (const json::object& row : rows)
    for (const auto& [label, name] : {std::pair{"median", "p50_us"},
                                      {"95th", "p95_us"},
                                      {"99th", "p99_us"},
                                      {"longest", "max_us"}}) {
      chart.categories.emplace_back(label);
      if (rows.size() > 1) chart.categories.back() += ", " + readable(number(row, "records"));
      chart.series[0].values.push_back(number(row.at("idle").as_object(), name));
      chart.series[1].values.push_back(number(row.at("busy").as_object(), name));
    }
  return chart;
}

BarChart http_chart(const std::vector<json::object>& rows) {
  BarChart chart{"Latency at fixed rates",
                 "from due to answered, logarithmic: shorter is better",
                 {},
                 {{"median", {}}, {"99th percentile", {}}}};
  for (const json::object& row : rows) {
    chart.categories.push_back(fmt::format(
        "{}, {:g} a second", std::string_view(row.at("name").as_string()), number(row, "rate")));
    chart.series[0].values.push_back(number(row, "p50_ms") * 1'000);
    chart.series[1].values.push_back(number(row, "p99_ms") * 1'000);
  }
  return chart;
}

}  // namespace incontro::bench
