// incontro_relevance: how good the rankings are, on collections that people judged.

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <cmath>
#include <fstream>

#include "harness/give_up.h"
#include "relevance/collection.h"
#include "relevance/ideas.h"
#include "relevance/resampling.h"

namespace incontro::bench {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

struct Options {
  fs::path data, runs, json_file;
  fs::path run, judgments;  // only these are compared
};

std::vector<double> column(const std::vector<Measures>& rows, Measure measure) {
  std::vector<double> values;
  for (const Measures& row : rows) values.push_back(row.*measure);
  return values;
}

void print(std::string_view system, const Measures& m) {
  fmt::print(
      "  {:<55} MRR {:.4f}  success@1 {:.4f}  @5 {:.4f}  @10 {:.4f}  MAP {:.4f}  nDCG@10 {:.4f}\n",
      system, m.reciprocal_rank, m.success_1, m.success_5, m.success_10, m.average_precision,
      m.ndcg_10);
}

// The rows of one collection; what they are is said in bench/README.md.
class CollectionReport {
 public:
  explicit CollectionReport(const Collection& collection)
      : collection_(collection),
        formula_(collection.files.titles ? title_formula() : prose_formula()),
        ideas_(collection.files.titles ? title_ideas() : prose_ideas()),
        settings_(collection.files.titles ? title_settings() : prose_settings()) {}

  json::array rows(const fs::path& runs) {
    fmt::print("{}\n", collection_.files.title);
    for (const Baseline& baseline : baselines_of(collection_.files.name)) {
      json::object row = begun("published", baseline.name, baseline.queries);
      row["figure"] = baseline.figure;
      rows_.push_back(std::move(row));
    }
    const std::vector<Measures> ours = measure(collection_, formula_);
    add_ours(ours);
    if (!runs.empty()) expect_same(ours, runs / (std::string(collection_.files.name) + ".run"));
    add_cross_validation();
    for (const Idea& idea : ideas_) add("idea", idea.name, measure(collection_, idea.formula));
    return std::move(rows_);
  }

 private:
  json::object begun(std::string_view kind, std::string_view system, std::size_t queries) const {
    return {{"collection", collection_.files.title},
            {"measure", collection_.files.measure_name},
            {"kind", kind},
            {"system", system},
            {"queries", queries}};
  }

  json::object& add(std::string_view kind, std::string_view system,
                    const std::vector<Measures>& all) {
    const Measures mean = mean_of(all);
    print(system, mean);
    json::object row = begun(kind, system, all.size());
    row["figure"] = mean.*collection_.files.measure;
    row["mrr"] = mean.reciprocal_rank;
    row["success_1"] = mean.success_1;
    row["success_5"] = mean.success_5;
    row["success_10"] = mean.success_10;
    row["map"] = mean.average_precision;
    row["ndcg_10"] = mean.ndcg_10;
    return rows_.emplace_back(std::move(row)).as_object();
  }

  void add_ours(const std::vector<Measures>& all) {
    const auto [low, high] = bootstrap_interval(column(all, collection_.files.measure));
    json::object& row = add("ours", "incontro", all);
    row["low"] = low;
    row["high"] = high;
    fmt::print("  95 % interval {:.4f} to {:.4f}\n", low, high);
  }

  void add_cross_validation() {
    Settings results;
    for (const RankingFormula& setting : settings_)
      results.push_back(column(measure(collection_, setting), collection_.files.measure));
    const CrossValidated cross = cross_validate(results);
    fmt::print("  cross-validated {:.4f} ({:.4f} to {:.4f}) over {} settings\n", cross.mean,
               cross.low, cross.high, settings_.size());
    json::object row =
        begun("cross-validated",
              fmt::format("incontro, each query with the best of {} settings for others",
                          settings_.size()),
              results.front().size());
    row["figure"] = cross.mean;
    row["low"] = cross.low;
    row["high"] = cross.high;
    rows_.push_back(std::move(row));
  }

  // The program must give what is measured here.
  void expect_same(const std::vector<Measures>& ours, const fs::path& run) const {
    const Measure measure = collection_.files.measure;
    const double there = mean_of(measures_of(collection_.judgments, read_run(run))).*measure;
    const double here = mean_of(ours).*measure;
    if (std::abs(there - here) > 1e-6)
      give_up("{} gives {:.6f} and not {:.6f}: was it made by this version?", run.string(), there,
              here);
  }

  const Collection& collection_;
  RankingFormula formula_;
  std::vector<Idea> ideas_;
  std::vector<RankingFormula> settings_;
  json::array rows_;
};

void compare_files(const Options& options) {
  const std::vector<Measures> all =
      measures_of(read_judgments(options.judgments), read_run(options.run));
  if (all.empty()) give_up("{} judges nothing", options.judgments.string());
  print(options.run.string(), mean_of(all));
}

void run(const Options& options) {
  if (!options.run.empty()) return compare_files(options);
  if (!fs::is_directory(options.data))
    give_up("{} is not there: the judged collections are no part of the project, see --help",
            options.data.string());
  json::array rows;
  for (const CollectionFiles& files : judged_collections()) {
    const Collection collection = load(files, options.data);
    for (json::value& row : CollectionReport(collection).rows(options.runs))
      rows.push_back(std::move(row));
  }
  if (options.json_file.empty()) return;
  std::ofstream out(options.json_file);
  out << json::object{{"relevance", std::move(rows)}} << '\n';
  out.close();
  if (!out) give_up("{} cannot be written", options.json_file.string());
}

}  // namespace
}  // namespace incontro::bench

int main(int argc, char** argv) {
  CLI::App app("Quality of the rankings on judged collections, as trec_eval measures it");
  incontro::bench::Options options;
  auto* data = app.add_option("--data", options.data,
                              "the folder with melo_ita_it, squad_it and cranfield, each with its "
                              "texts, queries and judgments");
  app.add_option("--runs", options.runs,
                 "what `incontro rank` wrote, COLLECTION.run each: must give the same figures");
  app.add_option("--json", options.json_file, "write the rows");
  auto* run = app.add_option("--run", options.run, "measure this TREC run, and nothing else");
  auto* judgments = app.add_option("--judgments", options.judgments, "by these TREC judgments");
  run->needs(judgments)->excludes(data);
  CLI11_PARSE(app, argc, argv);
  if (data->empty() && run->empty()) incontro::bench::give_up("give --data or --run");
  incontro::bench::run(options);
}
