#pragma once

#include "report/bar_chart.h"
#include "report/results.h"

namespace incontro::bench {

// Classes and engines; times of engines that do not agree with ours are left out.
BarChart engines_chart(const QueryRun& run, const std::string& what, double Timing::*time);
// Classes and sizes, of our engine.
BarChart growth_chart(const std::vector<QueryRun>& runs);
// Percentiles of query times, idle and under updates.
BarChart updates_chart(const std::vector<boost::json::object>& rows);
// Targets and rates.
BarChart http_chart(const std::vector<boost::json::object>& rows);

}  // namespace incontro::bench
