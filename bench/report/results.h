#pragma once

#include <boost/json.hpp>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "harness/rows.h"

namespace incontro::bench {

// One run of incontro_queries: what was measured around the queries, and a row an engine and class.
struct QueryRun {
  std::size_t records = 0;
  boost::json::object facts;  // its "run" member
  std::vector<Row> rows;

  std::vector<std::string> engines() const;  // in the order of the rows: ours first
  std::vector<std::string> classes() const;
  // Null when that engine did not answer this class.
  const Row* find(const std::string& engine, const std::string& name) const;
};

struct Results {
  std::string title;
  std::vector<std::pair<std::string, std::string>> header;  // machine, date, versions
  std::vector<QueryRun> queries;                            // ascending records
  std::vector<boost::json::object> updates;                 // rows of incontro_updates
  std::vector<boost::json::object> load;                    // rows of incontro_load
  std::vector<boost::json::object> http;                    // rows of incontro_http_load
  std::vector<boost::json::object> relevance;               // rows of incontro_relevance
  std::vector<boost::json::object> suggest;                 // rows of incontro_suggest
  std::vector<boost::json::object> loops;                   // "benchmarks" of Google Benchmark
  double memory_bandwidth = 0;  // bytes a second, of its context; 0: not measured
};

// Adds what a program of ours wrote; what it is stands in the file.
void add_file(Results& results, const std::filesystem::path& file);

boost::json::object to_json(const Results& results);
// Every row of every program, one after the other.
boost::json::array rows_of(const Results& results);

}  // namespace incontro::bench
