#include "report/results.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "harness/give_up.h"

namespace incontro::bench {
namespace {

namespace json = boost::json;

json::value parsed(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) give_up("{} cannot be read", file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return json::parse(text.str());
}

std::vector<std::string> distinct(const std::vector<Row>& rows, std::string Row::*member) {
  std::vector<std::string> found;
  for (const Row& row : rows)
    if (std::ranges::find(found, row.*member) == found.end()) found.push_back(row.*member);
  return found;
}

QueryRun query_run(const json::value& file) {
  QueryRun run;
  run.facts = file.at("run").as_object();
  run.records = file.at("run").at("records").to_number<std::size_t>();
  for (const json::value& row : file.at("rows").as_array()) run.rows.push_back(row_from_json(row));
  return run;
}

// A loop whose answer was found wrong was not timed. `bandwidth`: of memory, 0 where the program
// has no use for it.
json::object loop_row(const json::value& benchmark, double bandwidth) {
  json::object row = benchmark.as_object();
  const std::string_view name = row.at("name").as_string();
  if (row.contains("error_occurred") && row.at("error_occurred").as_bool())
    throw std::runtime_error(
        fmt::format("{}: {}", name, std::string_view(row.at("error_message").as_string())));
  if (const json::value* bytes = row.if_contains("bytes_per_second"); bytes && bandwidth > 0)
    row["of_memory"] = bytes->to_number<double>() / bandwidth;
  return row;
}

double bandwidth_of(const json::object& context) {
  const json::value* bandwidth = context.if_contains("memory_bandwidth");
  return bandwidth ? std::stod(std::string(bandwidth->as_string())) : 0;
}

}  // namespace

std::vector<std::string> QueryRun::engines() const { return distinct(rows, &Row::engine); }
std::vector<std::string> QueryRun::classes() const { return distinct(rows, &Row::name); }

const Row* QueryRun::find(const std::string& engine, const std::string& name) const {
  for (const Row& row : rows)
    if (row.engine == engine && row.name == name) return &row;
  return nullptr;
}

void add_file(Results& results, const std::filesystem::path& file) try {
  const json::value content = parsed(file);
  const json::object& members = content.as_object();
  if (members.contains("updates")) {
    results.updates.push_back(members.at("updates").as_object());
  } else if (members.contains("load")) {
    results.load.push_back(members.at("load").as_object());
  } else if (members.contains("http")) {
    for (const json::value& row : members.at("http").as_array())
      results.http.push_back(row.as_object());
  } else if (members.contains("relevance")) {
    for (const json::value& row : members.at("relevance").as_array())
      results.relevance.push_back(row.as_object());
  } else if (members.contains("suggest")) {
    for (const json::value& row : members.at("suggest").as_array())
      results.suggest.push_back(row.as_object());
  } else if (members.contains("benchmarks")) {
    const double bandwidth = bandwidth_of(members.at("context").as_object());
    results.memory_bandwidth = std::max(results.memory_bandwidth, bandwidth);
    for (const json::value& row : members.at("benchmarks").as_array())
      results.loops.push_back(loop_row(row, bandwidth));
  } else {
    results.queries.push_back(query_run(content));
    std::ranges::stable_sort(results.queries, {}, &QueryRun::records);
  }
} catch (const std::exception& failure) {
  give_up("{} holds no good result: {}", file.string(), failure.what());
}

json::object to_json(const Results& results) {
  json::object header;
  for (const auto& [name, value] : results.header) header[name] = value;
  json::array runs;
  for (const QueryRun& run : results.queries) {
    json::array rows;
    for (const Row& row : run.rows) rows.push_back(to_json(row));
    runs.push_back(json::object{{"run", run.facts}, {"rows", std::move(rows)}});
  }
  return {{"title", results.title},
          {"header", std::move(header)},
          {"queries", std::move(runs)},
          {"updates", json::value_from(results.updates)},
          {"load", json::value_from(results.load)},
          {"http", json::value_from(results.http)},
          {"relevance", json::value_from(results.relevance)},
          {"suggest", json::value_from(results.suggest)},
          {"memory_bandwidth", results.memory_bandwidth},
          {"loops", json::value_from(results.loops)}};
}

json::array rows_of(const Results& results) {
  json::array rows;
  for (const QueryRun& run : results.queries)
    for (const Row& row : run.rows) rows.push_back(to_json(row));
  for (const auto* others : {&results.updates, &results.load, &results.http, &results.relevance,
                             &results.suggest, &results.loops})
    rows.insert(rows.end(), others->begin(), others->end());
  return rows;
}

}  // namespace incontro::bench
