#include <fmt/format.h>

#include "report/tables.h"

namespace incontro::bench {
namespace {

namespace json = boost::json;

const json::object* find_ours(const std::vector<json::object>& rows) {
  for (const json::object& row : rows)
    if (row.at("kind") == "ours") return &row;
  return nullptr;
}

std::string figure(const json::object& row, const char* name) {
  const json::value* value = row.if_contains(name);
  return value ? fmt::format("{:.4f}", value->to_number<double>()) : "";
}

std::string interval(const json::object& row) {
  return row.contains("low") ? figure(row, "low") + "–" + figure(row, "high") : "";
}

std::string queries(const json::object& row) {
  return readable(row.at("queries").to_number<double>());
}

}  // namespace

std::string relevance_table(const std::vector<json::object>& rows) {
  const json::object* const ours = find_ours(rows);
  const std::string measure(rows.front().at("measure").as_string());
  std::string text = fmt::format(
      "| | queries | **{}** | interval | difference | MRR | success@1 | @5 | @10 | MAP | nDCG@10 "
      "|\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n",
      measure);
  for (const json::object& row : rows) {
    const std::string_view system = row.at("system").as_string();
    const bool is_ours = &row == ours;
    const std::string difference =
        !ours || is_ours ? ""
                         : fmt::format("{:+.4f}", row.at("figure").to_number<double>() -
                                                      ours->at("figure").to_number<double>());
    text += fmt::format("| {} | {} | **{}** | {} | {} | {} | {} | {} | {} | {} | {} |\n",
                        is_ours ? fmt::format("**{}**", system) : std::string(system), queries(row),
                        figure(row, "figure"), interval(row), difference, figure(row, "mrr"),
                        figure(row, "success_1"), figure(row, "success_5"),
                        figure(row, "success_10"), figure(row, "map"), figure(row, "ndcg_10"));
  }
  return text + "\n";
}

}  // namespace incontro::bench
