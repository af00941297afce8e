// incontro_queries: fixed query sets over generated vacancies, asked of our engine and compared
// with the answers of others. What gets slower as this grows: every page of the portal.

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fstream>

#include "corpus.h"
#include "harness/answers.h"
#include "harness/export.h"
#include "harness/give_up.h"
#include "harness/home.h"
#include "harness/process_memory.h"
#include "harness/query_set.h"
#include "harness/run.h"
#include "harness/targets.h"

namespace incontro::bench {
namespace {

namespace json = boost::json;
using Steady = std::chrono::steady_clock;

constexpr std::size_t sample_bound = 100'000;  // documents that the queries are chosen from

struct Options {
  std::size_t records = 0, per_class = 200;
  bool literal = false;
  std::filesystem::path home, export_directory, targets_directory, json_file, answers_file;
  std::vector<std::string> compare, classes;

  // Only files for other programs were wanted.
  bool asks() const {
    const bool writes = !export_directory.empty() || !targets_directory.empty();
    return !writes || !json_file.empty() || !answers_file.empty() || !compare.empty();
  }
};

struct Memory {
  ProcessMemory before, opened, asked;
};

json::object to_json(const ProcessMemory& memory) {
  return {{"resident", memory.resident}, {"anonymous", memory.anonymous}};
}

json::object describe(const Options& options, const Memory& memory, double opening_seconds) {
  const auto loaded = load_seconds(options.home);
  const auto records = static_cast<double>(options.records);
  json::object disk;
  for (const char* part : {"store", "text", "blocks"})
    disk[part] = bytes_on_disk(options.home / part);
  return {{"records", options.records},
          {"seed", bench_seed},
          {"day", format_date(bench_day)},
          {"load_seconds", loaded ? json::value(*loaded) : json::value(nullptr)},
          {"records_per_second", loaded ? json::value(records / *loaded) : json::value(nullptr)},
          {"opening_seconds", opening_seconds},
          {"disk_bytes", std::move(disk)},
          {"memory",
           {{"before", to_json(memory.before)},
            {"opened", to_json(memory.opened)},
            {"asked", to_json(memory.asked)}}},
          {"memory_bytes_per_record", (static_cast<double>(memory.asked.resident) -
                                       static_cast<double>(memory.before.resident)) /
                                          records}};
}

void print(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    fmt::print(
        "{:<12} {:<17} {:>6} queries {:>11.1f} hits {:>10.1f} us mean {:>10.1f} p50 "
        "{:>10.1f} p99",
        row.engine, row.name, row.queries, row.hits_mean, row.us.mean, row.us.p50, row.us.p99);
    if (row.ratio_mean) fmt::print("  x{:.1f}{}", *row.ratio_mean, agrees(row) ? "" : "  DIFFERS");
    fmt::print("\n");
  }
}

void run(const Options& options) {
  make_home(options.home, options.records);
  const Analyzer analyzer;
  std::vector<BenchQuery> queries;
  {
    const Vocabulary vocabulary(analyzer, std::min(options.records, sample_bound));
    queries = make_queries(analyzer, vocabulary, options.per_class, options.classes);
    for (BenchQuery& query : queries) query.query.synonyms = !options.literal;
  }
  if (!options.export_directory.empty())
    export_for_peers(analyzer, options.records, queries, options.export_directory);
  if (!options.targets_directory.empty()) write_targets(queries, options.targets_directory);
  if (!options.asks()) return;

  Memory memory;
  memory.before = process_memory();
  const auto start = Steady::now();
  const std::unique_ptr<Engine> engine = open_home(options.home, Access::shared);
  const double opening_seconds = std::chrono::duration<double>(Steady::now() - start).count();
  memory.opened = process_memory();
  warm_up(*engine, queries);
  memory.asked = process_memory();
  const std::vector<Answered> ours = ask(*engine, queries);

  std::vector<Row> rows = our_rows(queries, ours, options.records);
  for (const std::string& peer : options.compare) {
    const std::size_t equals = peer.find('=');
    if (equals == std::string::npos) give_up("--compare wants NAME=FILE, not '{}'", peer);
    const std::string name = peer.substr(0, equals);
    for (Row& row :
         peer_rows(name, queries, ours, read_answers(peer.substr(equals + 1)), options.records))
      rows.push_back(std::move(row));
  }
  print(rows);
  if (!options.answers_file.empty()) write_answers(ours, options.answers_file);
  if (options.json_file.empty()) return;
  json::array json_rows;
  for (const Row& row : rows) json_rows.push_back(to_json(row));
  std::ofstream out(options.json_file);
  out << json::object{{"run", describe(options, memory, opening_seconds)},
                      {"rows", std::move(json_rows)}}
      << '\n';
  out.close();
  if (!out) give_up("{} cannot be written", options.json_file.string());
}

}  // namespace
}  // namespace incontro::bench

int main(int argc, char** argv) {
  CLI::App app("Fixed query sets over generated vacancies");
  incontro::bench::Options options;
  app.add_option("--records", options.records, "vacancies in the home")
      ->required()
      ->check(CLI::Range(10'000, 100'000'000));
  app.add_option("--home", options.home, "the home; made when it is not there")->required();
  app.add_option("--per-class", options.per_class, "queries a class")
      ->check(CLI::Range(1, 100'000))
      ->capture_default_str();
  app.add_flag("--literal", options.literal, "without synonyms, as the peers answer");
  app.add_option("--class", options.classes, "only this class; may be repeated")
      ->allow_extra_args(false)
      ->check(CLI::IsMember(incontro::bench::query_classes()));
  app.add_option(
      "--export", options.export_directory,
      "write documents and queries for the peers; asks nothing unless results are wanted too");
  app.add_option("--targets", options.targets_directory,
                 "write the queries as HTTP targets; the same");
  app.add_option("--compare", options.compare, "NAME=ANSWERS of a peer; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--answers", options.answers_file, "write our answers as a peer would");
  app.add_option("--json", options.json_file, "write the rows");
  CLI11_PARSE(app, argc, argv);
  incontro::bench::run(options);
}
