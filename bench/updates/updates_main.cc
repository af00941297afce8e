// incontro_updates: what queries cost while records come in, against the same queries on an idle
// engine; and how long after its acknowledgement an update is found.

#include <CLI/CLI.hpp>
#include <atomic>
#include <boost/json.hpp>
#include <fstream>
#include <thread>

#include "corpus.h"
#include "harness/give_up.h"
#include "harness/home.h"
#include "harness/run.h"
#include "synth/random.h"
#include "updates/update_load.h"

namespace incontro::bench {
namespace {

namespace json = boost::json;
using Steady = std::chrono::steady_clock;

constexpr std::size_t sample = 20'000;  // documents that the queries are chosen from
constexpr std::uint64_t shuffle_stream = 1'001;

struct Options {
  std::size_t records = 200'000, per_class = 50;
  std::filesystem::path home, json_file;
  double rate = 200, idle_seconds = 30, seconds = 60;
};

// All classes mixed, so that any stretch of them is a fair one.
std::vector<BenchQuery> mixed_queries(const Options& options) {
  const Analyzer analyzer;
  const Vocabulary vocabulary(analyzer, std::min(options.records, sample));
  std::vector<BenchQuery> queries = make_queries(analyzer, vocabulary, options.per_class, {});
  Random random(bench_seed, shuffle_stream);
  for (std::size_t i = queries.size(); i > 1; --i)
    std::swap(queries[i - 1], queries[random.below(static_cast<std::uint32_t>(i))]);
  return queries;
}

// Asks query after query for as long as `more` says so.
template <class More>
Timing query_times(const Engine& engine, const std::vector<BenchQuery>& queries, const More& more) {
  std::vector<double> times;
  for (std::size_t i = 0; more(); ++i)
    times.push_back(ask(engine, std::span(queries).subspan(i % queries.size(), 1)).front().us);
  return timing_of(std::move(times));
}

Timing idle_times(const Engine& engine, const std::vector<BenchQuery>& queries, double seconds) {
  const auto end = Steady::now() + std::chrono::duration<double>(seconds);
  return query_times(engine, queries, [&] { return Steady::now() < end; });
}

void check_total(const Engine& engine, std::uint64_t expected) {
  const auto answer = engine.search({});
  if (!answer) give_up("the search for all records fails: {}", answer.error().message);
  if (answer->total != expected)
    give_up("after the updates {} records are found instead of {}", answer->total, expected);
}

json::object to_json(const Timing& timing, const std::string& unit) {
  return {{"mean_" + unit, timing.mean},
          {"p50_" + unit, timing.p50},
          {"p95_" + unit, timing.p95},
          {"p99_" + unit, timing.p99},
          {"max_" + unit, timing.max}};
}

void print(const char* what, const Timing& timing, const char* unit) {
  fmt::print("{:<20} {:>10.1f} mean {:>10.1f} p50 {:>10.1f} p95 {:>10.1f} p99 {:>10.1f} max  {}\n",
             what, timing.mean, timing.p50, timing.p95, timing.p99, timing.max, unit);
}

void run(const Options& options) {
  make_home(options.home, options.records);
  // The updates go to a copy: the home itself stays what its size says.
  const std::filesystem::path copy = options.home.string() + ".updates";
  std::filesystem::remove_all(copy);
  std::filesystem::copy(options.home, copy, std::filesystem::copy_options::recursive);
  const std::vector<BenchQuery> queries = mixed_queries(options);
  std::unique_ptr<Engine> engine = open_home(copy);
  warm_up(*engine, queries);

  const Timing idle = idle_times(*engine, queries, options.idle_seconds);
  std::atomic<bool> updating = true;
  UpdateResult updates;
  std::thread updater([&] {
    updates = run_updates(*engine, options.records, options.rate, options.seconds);
    updating = false;
  });
  const Timing busy = query_times(*engine, queries, [&] { return updating.load(); });
  updater.join();
  check_total(*engine, options.records + updates.added);
  engine.reset();
  std::filesystem::remove_all(copy);

  const Timing findable = timing_of(updates.findable_after);
  const auto applied = static_cast<double>(updates.added + updates.replaced);
  fmt::print("{} records, {:.1f} updates a second ({} new, {} replacements)\n", options.records,
             applied / updates.seconds, updates.added, updates.replaced);
  print("queries, idle", idle, "us");
  print("queries, updating", busy, "us");
  print("findable after", findable, "ms");
  fmt::print("ratio {:.2f} p50, {:.2f} p99\n", busy.p50 / idle.p50, busy.p99 / idle.p99);
  if (options.json_file.empty()) return;
  std::ofstream out(options.json_file);
  const json::object row = {{"records", options.records},
                            {"updates_per_second", applied / updates.seconds},
                            {"updates", updates.added + updates.replaced},
                            {"idle", to_json(idle, "us")},
                            {"busy", to_json(busy, "us")},
                            {"ratio_p50", busy.p50 / idle.p50},
                            {"ratio_p99", busy.p99 / idle.p99},
                            {"findable", to_json(findable, "ms")}};
  out << json::object{{"updates", row}} << '\n';
  out.close();
  if (!out) give_up("{} cannot be written", options.json_file.string());
}

}  // namespace
}  // namespace incontro::bench

int main(int argc, char** argv) {
  CLI::App app("Queries while records come in");
  incontro::bench::Options options;
  app.add_option("--records", options.records, "vacancies before the updates")
      ->check(CLI::Range(10'000, 100'000'000))
      ->capture_default_str();
  app.add_option("--home", options.home, "a home of that size; made when it is not there")
      ->required();
  app.add_option("--per-class", options.per_class, "queries a class")
      ->check(CLI::Range(1, 100'000))
      ->capture_default_str();
  app.add_option("--rate", options.rate, "updates a second")
      ->check(CLI::Range(1.0, 1e5))
      ->capture_default_str();
  app.add_option("--idle", options.idle_seconds, "seconds of queries alone")
      ->check(CLI::Range(1.0, 1e5))
      ->capture_default_str();
  app.add_option("--seconds", options.seconds, "seconds of queries and updates")
      ->check(CLI::Range(1.0, 1e5))
      ->capture_default_str();
  app.add_option("--json", options.json_file, "write the result");
  CLI11_PARSE(app, argc, argv);
  if (options.rate * options.seconds > static_cast<double>(options.records))
    incontro::bench::give_up("{} records are too few for so many updates", options.records);
  incontro::bench::run(options);
}
