#include <fmt/format.h>

#include "report/tables.h"

namespace incontro::bench {
namespace {

namespace json = boost::json;

double number(const json::value& value) { return value.to_number<double>(); }

std::string cell(const json::value& value) {
  if (value.is_null()) return "–";
  if (value.is_int64() && number(value) < 1'000) return std::to_string(value.as_int64());
  return readable(number(value));
}

std::string megabytes(const json::value& bytes) { return readable(number(bytes) / 1e6); }

}  // namespace

std::string size_table(const std::vector<QueryRun>& runs) {
  std::string text =
      "| records | loaded, s | records a second | opened, s | memory, bytes a record | "
      "store, MB | text, MB | blocks, MB |\n|---|---:|---:|---:|---:|---:|---:|---:|\n";
  for (const QueryRun& run : runs) {
    const json::object& disk = run.facts.at("disk_bytes").as_object();
    text += fmt::format(
        "| {} | {} | {} | {} | {} | {} | {} | {} |\n", readable(static_cast<double>(run.records)),
        cell(run.facts.at("load_seconds")), cell(run.facts.at("records_per_second")),
        cell(run.facts.at("opening_seconds")), cell(run.facts.at("memory_bytes_per_record")),
        megabytes(disk.at("store")), megabytes(disk.at("text")), megabytes(disk.at("blocks")));
  }
  return text + "\n";
}

std::string load_table(const std::vector<json::object>& rows) {
  std::string text =
      "| records | acknowledged a second | searchable a second | Xapian alone, a second | ratio | "
      "memory, MB |\n|---|---:|---:|---:|---:|---:|\n";
  for (const json::object& row : rows)
    text += fmt::format("| {} | {} | {} | {} | ×{} | {} |\n", cell(row.at("records")),
                        cell(row.at("acknowledged_per_second")),
                        cell(row.at("searchable_per_second")), cell(row.at("xapian_per_second")),
                        cell(row.at("ratio")), megabytes(row.at("memory")));
  return text + "\n";
}

std::string updates_table(const std::vector<json::object>& rows) {
  std::string text =
      "| records | updates a second | query median, idle | under updates | 99th, idle | "
      "under updates | findable after, ms: median | 99th | longest |\n"
      "|---|---:|---:|---:|---:|---:|---:|---:|---:|\n";
  for (const json::object& row : rows) {
    const json::value &idle = row.at("idle"), &busy = row.at("busy"), &lag = row.at("findable");
    text += fmt::format("| {} | {} | {} | {} (×{}) | {} | {} (×{}) | {} | {} | {} |\n",
                        cell(row.at("records")), cell(row.at("updates_per_second")),
                        cell(idle.at("p50_us")), cell(busy.at("p50_us")), cell(row.at("ratio_p50")),
                        cell(idle.at("p99_us")), cell(busy.at("p99_us")), cell(row.at("ratio_p99")),
                        cell(lag.at("p50_ms")), cell(lag.at("p99_ms")), cell(lag.at("max_ms")));
  }
  return text + "\n";
}

std::string http_table(const std::vector<json::object>& rows) {
  std::string text =
      "| target | asked a second | answered a second | median, ms | 99th, ms | longest, ms | "
      "errors |\n|---|---:|---:|---:|---:|---:|---:|\n";
  for (const json::object& row : rows)
    text += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n",
                        std::string(row.at("name").as_string()), cell(row.at("rate")),
                        cell(row.at("answered_per_second")), cell(row.at("p50_ms")),
                        cell(row.at("p99_ms")), cell(row.at("max_ms")), cell(row.at("errors")));
  return text + "\n";
}

std::string suggest_table(const std::vector<json::object>& rows) {
  std::string text =
      "| call | records | asked | answered | mean, us | median | 95th | 99th | longest | "
      "processor: median | 99th |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n";
  for (const json::object& row : rows)
    text += fmt::format("| {} | {} | {} | {:.0f} % | {} | {} | {} | {} | {} | {} | {} |\n",
                        std::string(row.at("name").as_string()), cell(row.at("records")),
                        cell(row.at("asked")), 100 * number(row.at("answered")),
                        cell(row.at("mean_us")), cell(row.at("p50_us")), cell(row.at("p95_us")),
                        cell(row.at("p99_us")), cell(row.at("max_us")),
                        cell(row.at("processor_p50_us")), cell(row.at("processor_p99_us")));
  return text + "\n";
}

std::string loops_table(const std::vector<json::object>& rows) {
  std::string text =
      "| loop | time | items a second, millions | GB a second | of the memory bandwidth |\n"
      "|---|---:|---:|---:|---:|\n";
  for (const json::object& row : rows) {
    const auto scaled = [&](const char* name, double unit) {
      const json::value* value = row.if_contains(name);
      return value ? readable(number(*value) / unit) : "";
    };
    text += fmt::format(
        "| {} | {} {} | {} | {} | {} |\n", std::string(row.at("name").as_string()),
        readable(number(row.at("cpu_time"))), std::string(row.at("time_unit").as_string()),
        scaled("items_per_second", 1e6), scaled("bytes_per_second", 1e9), scaled("of_memory", 1));
  }
  return text + "\n";
}

}  // namespace incontro::bench
