#pragma once

#include <string>

#include "report/results.h"

namespace incontro::bench {

// Markdown tables; all end with an empty line.

// Classes by engines: the mean, and how many times ours it is; below it means over all classes.
std::string mean_table(const QueryRun& run);
// Classes by engines: median and 99th percentile.
std::string percentile_table(const QueryRun& run);
// Classes by sizes: the mean of our engine.
std::string growth_table(const std::vector<QueryRun>& runs);
// A line a size: loading, opening, memory, disk.
std::string size_table(const std::vector<QueryRun>& runs);
std::string load_table(const std::vector<boost::json::object>& rows);
std::string updates_table(const std::vector<boost::json::object>& rows);
std::string http_table(const std::vector<boost::json::object>& rows);
// Of one collection: what was published, ours, and what each idea gives.
std::string relevance_table(const std::vector<boost::json::object>& rows);
std::string suggest_table(const std::vector<boost::json::object>& rows);
std::string loops_table(const std::vector<boost::json::object>& rows);

// 1234567.8 -> 1,234,568; with decimals below 100.
std::string readable(double value);

}  // namespace incontro::bench
