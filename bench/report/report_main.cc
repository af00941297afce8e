// incontro_bench_report: the rows of the other programs as tables and charts for people.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>

#include "corpus.h"
#include "harness/give_up.h"
#include "report/charts.h"
#include "report/results.h"
#include "report/tables.h"

namespace incontro::bench {
namespace {

struct Options {
  std::string name, title;
  std::filesystem::path directory, rows_file;
  std::vector<std::string> facts;
  std::vector<std::filesystem::path> files;
};

void write(const std::filesystem::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out) give_up("{} cannot be written", file.string());
}

class Report {
 public:
  Report(const Options& options, const Results& results) : options_(options), results_(results) {}

  void write_all() {
    std::filesystem::create_directories(options_.directory);
    header();
    for (const QueryRun& run : results_.queries) queries(run);
    if (results_.queries.size() > 1) growth();
    if (!results_.queries.empty())
      section("Loading, opening, space",
              "Memory: what the process holds more after opening and a pass over all queries.",
              size_table(results_.queries));
    if (!results_.load.empty())
      section("Loading",
              "Records from the generator to the store, until all can be found; and the same "
              "documents, analysed beforehand, given to Xapian alone.",
              load_table(results_.load));
    if (!results_.updates.empty()) {
      section("Under updates",
              "Query times in microseconds, of all classes together; findable: from the "
              "acknowledgement of an update until a search sees it.",
              updates_table(results_.updates));
      chart("updates", updates_chart(results_.updates));
    }
    if (!results_.http.empty()) {
      section(
          "Over HTTP",
          "Requests at a fixed rate, whatever the server does; latency from the moment at which "
          "a request was due.",
          http_table(results_.http));
      chart("latency", http_chart(results_.http));
    }
    relevance();
    if (!results_.suggest.empty())
      section("Suggestions",
              "Titles and places as they are typed, every third with an error, with the exact "
              "counts of the ten that are shown; titles with an error; searches without an answer.",
              suggest_table(results_.suggest));
    if (!results_.loops.empty())
      section(
          "Hot loops",
          "Processor time, on one core. What a loop works on often fits the caches: then it can "
          "exceed the bandwidth of memory.",
          loops_table(results_.loops));
    write(file(".md"), text_);
    write(file(".json"), boost::json::serialize(to_json(results_)) + "\n");
    if (!options_.rows_file.empty())
      write(options_.rows_file, boost::json::serialize(rows_of(results_)) + "\n");
  }

 private:
  std::filesystem::path file(const std::string& ending) const {
    return options_.directory / (options_.name + ending);
  }

  void header() {
    text_ += fmt::format("# {}\n\n", results_.title);
    text_ += "| | |\n|---|---|\n";
    for (const auto& [name, value] : results_.header)
      text_ += fmt::format("| {} | {} |\n", name, value);
    text_ += "\n";
  }

  void section(const std::string& title, const std::string& about, const std::string& table) {
    text_ += fmt::format("## {}\n\n{}\n\n{}", title, about, table);
  }

  void chart(const std::string& name, const BarChart& bars) {
    const std::string ending = "-" + name + ".svg";
    write(file(ending), to_svg(bars));
    text_ += fmt::format("![{}]({}{})\n\n", bars.title, options_.name, ending);
  }

  // Queries that were answered a class, where an engine was not asked all.
  std::string fewer_queries(const QueryRun& run) const {
    std::size_t most = 0;
    for (const Row& row : run.rows) most = std::max(most, row.queries);
    std::string text;
    for (const std::string& engine : run.engines())
      for (const Row& row : run.rows)
        if (row.engine == engine && row.queries < most) {
          text += fmt::format(" {} was asked {} of the {} queries of a class.", engine, row.queries,
                              most);
          break;
        }
    return text;
  }

  void queries(const QueryRun& run) {
    const bool peers = run.engines().size() > 1;
    const std::string size = readable(static_cast<double>(run.records));
    std::string about = "Mean time per query, in microseconds.";
    if (peers)
      about +=
          " In brackets: times ours, on the same queries. A time counts only where totals, "
          "facet counts and, unless ranked by score, the hits shown are ours.";
    section(size + " records", about + fewer_queries(run), mean_table(run));
    // Of one size, the name of the report says enough.
    const std::string prefix =
        results_.queries.size() > 1 ? std::to_string(run.records) + "-" : std::string();
    chart(prefix + "mean", engines_chart(run, "Mean time", &Timing::mean));
    text_ += "Median and 99th percentile, in microseconds.\n\n" + percentile_table(run);
    chart(prefix + "p99", engines_chart(run, "99th percentile", &Timing::p99));
  }

  // A table a collection.
  void relevance() {
    for (auto first = results_.relevance.begin(); first != results_.relevance.end();) {
      const boost::json::value& collection = first->at("collection");
      const auto last = std::find_if(first, results_.relevance.end(), [&](const auto& row) {
        return row.at("collection") != collection;
      });
      section(
          std::string(collection.as_string()),
          "Means over the judged queries, as trec_eval -c computes them. The difference is that "
          "of the collection's own measure to ours. The interval is the 95 % bootstrap one; of "
          "cross-validation, the lowest and the highest of ten repetitions.",
          relevance_table({first, last}));
      first = last;
    }
  }

  void growth() {
    section("Growth", "Mean time per query of our engine, in microseconds.",
            growth_table(results_.queries));
    chart("growth", growth_chart(results_.queries));
  }

  const Options& options_;
  const Results& results_;
  std::string text_;
};

void run(const Options& options) {
  Results results;
  results.title = options.title.empty() ? "Benchmark: " + options.name : options.title;
  for (const std::string& fact : options.facts) {
    const std::size_t equals = fact.find('=');
    if (equals == std::string::npos) give_up("--fact wants NAME=TEXT, not '{}'", fact);
    results.header.emplace_back(fact.substr(0, equals), fact.substr(equals + 1));
  }
  for (const auto& file : options.files) add_file(results, file);
  // The judged collections are not ours.
  if (results.relevance.empty())
    results.header.emplace_back(
        "records", fmt::format("generated, seed {}, as of {}", bench_seed, format_date(bench_day)));
  if (results.memory_bandwidth > 0)
    results.header.emplace_back("memory bandwidth of one core",
                                readable(results.memory_bandwidth / 1e9) + " GB/s");
  Report(options, results).write_all();
}

}  // namespace
}  // namespace incontro::bench

int main(int argc, char** argv) {
  CLI::App app("Tables and charts of benchmark results");
  incontro::bench::Options options;
  app.add_option("--name", options.name, "what the files are called")->required();
  app.add_option("--out", options.directory, "where they go; created when absent")->required();
  app.add_option("--title", options.title, "the first line of the report");
  app.add_option("--fact", options.facts, "NAME=TEXT for its head; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--rows", options.rows_file, "also write all rows there, as one JSON array");
  app.add_option("files", options.files, "JSON files that the other programs wrote")->required();
  CLI11_PARSE(app, argc, argv);
  incontro::bench::run(options);
}
