#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "report/tables.h"

namespace incontro::bench {
namespace {

const char* const ours = "incontro";

std::string head(const std::vector<std::string>& columns) {
  std::string line = "|", rule = "|";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    line += fmt::format(" {} |", columns[i]);
    rule += i == 0 ? "---|" : "---:|";
  }
  return line + "\n" + rule + "\n";
}

std::string mean_cell(const Row* row) {
  if (!row) return "–";
  if (!agrees(*row)) return readable(row->us.mean) + ", differs";
  if (!row->ratio_mean) return readable(row->us.mean);
  return fmt::format("{} (×{})", readable(row->us.mean), readable(*row->ratio_mean));
}

// Over the classes that the engine answered as we did.
struct Overall {
  double mean = 0, our_mean = 0, log_ratio = 0;
  std::size_t classes = 0;
};

Overall overall(const QueryRun& run, const std::string& engine) {
  Overall all;
  for (const Row& row : run.rows) {
    if (row.engine != engine || !agrees(row)) continue;
    const double ratio = row.ratio_mean.value_or(1);
    all.mean += row.us.mean;
    all.our_mean += row.us.mean / ratio;
    all.log_ratio += std::log(ratio);
    ++all.classes;
  }
  return all;
}

std::string partly(const Overall& all, std::size_t classes) {
  return all.classes == classes ? "" : fmt::format(", {} classes", all.classes);
}

}  // namespace

std::string readable(double value) {
  if (value < 9.995) return fmt::format("{:.2f}", value);
  if (value < 99.95) return fmt::format("{:.1f}", value);
  std::string digits = fmt::format("{:.0f}", value);
  for (std::size_t place = digits.size(); place > 3;) digits.insert(place -= 3, 1, ',');
  return digits;
}

std::string mean_table(const QueryRun& run) {
  const std::vector<std::string> engines = run.engines(), classes = run.classes();
  std::vector<std::string> columns = {"class", "hits"};
  columns.insert(columns.end(), engines.begin(), engines.end());
  std::string text = head(columns);
  for (const std::string& name : classes) {
    const Row* own = run.find(ours, name);
    text += fmt::format("| {} | {} |", name, own ? readable(own->hits_mean) : "–");
    for (const std::string& engine : engines)
      text += fmt::format(" {} |", mean_cell(run.find(engine, name)));
    text += "\n";
  }
  std::string means = "| **mean of the classes** | |",
              ratios = "| **geometric mean of ratios** | |";
  for (const std::string& engine : engines) {
    const Overall all = overall(run, engine);
    if (all.classes == 0) {
      means += " – |";
      ratios += " – |";
    } else if (engine == ours) {
      means += fmt::format(" {} |", readable(all.mean / static_cast<double>(all.classes)));
      ratios += " |";
    } else {
      means += fmt::format(" {} (×{}{}) |", readable(all.mean / static_cast<double>(all.classes)),
                           readable(all.mean / all.our_mean), partly(all, classes.size()));
      ratios += fmt::format(" ×{} |",
                            readable(std::exp(all.log_ratio / static_cast<double>(all.classes))));
    }
  }
  return text + means + "\n" + ratios + "\n\n";
}

std::string percentile_table(const QueryRun& run) {
  const std::vector<std::string> engines = run.engines();
  std::vector<std::string> columns = {"class"};
  for (const char* which : {"median", "99th"})
    for (const std::string& engine : engines)
      columns.push_back(fmt::format("{} {}", engine, which));
  std::string text = head(columns);
  for (const std::string& name : run.classes()) {
    text += fmt::format("| {} |", name);
    for (const auto which : {&Timing::p50, &Timing::p99})
      for (const std::string& engine : engines) {
        const Row* row = run.find(engine, name);
        text += fmt::format(" {} |", row && agrees(*row) ? readable(row->us.*which) : "–");
      }
    text += "\n";
  }
  return text + "\n";
}

std::string growth_table(const std::vector<QueryRun>& runs) {
  std::vector<std::string> columns = {"class"};
  for (const QueryRun& run : runs)
    columns.push_back(readable(static_cast<double>(run.records)) + " records");
  std::string text = head(columns);
  for (const std::string& name : runs.front().classes()) {
    text += fmt::format("| {} |", name);
    for (const QueryRun& run : runs) text += fmt::format(" {} |", mean_cell(run.find(ours, name)));
    text += "\n";
  }
  return text + "\n";
}

}  // namespace incontro::bench
