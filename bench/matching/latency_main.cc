// incontro_match_latency: what a match takes on one thread: generated CVs ask a home of vacancies,
// generated vacancies one of CVs. What gets slower as this grows: "Offerte adatte" and "Candidati
// adatti".

#include <CLI/CLI.hpp>
#include <fstream>

#include "corpus.h"
#include "harness/give_up.h"
#include "harness/home.h"
#include "harness/processor_time.h"
#include "harness/rows.h"

namespace incontro::bench {
namespace {

namespace json = boost::json;
using Steady = std::chrono::steady_clock;

struct Options {
  std::size_t records = 100'000, questions = 200;
  bool cvs = false, bare = false;
  std::filesystem::path home, json_file;
};

// Not one of the home's own records: those come from lower numbers.
Record question(const Options& options, std::size_t n) {
  const std::size_t number = options.records + n;
  if (options.cvs) return bench_generator().vacancy(number);
  return bench_generator().cv(number);
}

void run(const Options& options) {
  make_home(options.home, options.records, options.cvs ? Collection::cvs : Collection::vacancies);
  const std::unique_ptr<Engine> engine = open_home(options.home, Access::shared);
  std::vector<double> times, processor_times;
  std::uint64_t found = 0;
  constexpr std::size_t warm_up = 20;
  const auto begin = Steady::now();
  for (std::size_t n = 0; n < warm_up + options.questions; ++n) {
    MatchRequest request;
    request.question = question(options, n);
    request.records = !options.bare;
    const auto start = Steady::now();
    const double processor_start = processor_us();
    const auto answer = engine->match(request);
    const double processor = processor_us() - processor_start;
    const double us = std::chrono::duration<double, std::micro>(Steady::now() - start).count();
    if (!answer) give_up("{}", answer.error().message);
    if (n < warm_up) continue;
    times.push_back(us);
    processor_times.push_back(processor);
    found += answer->total;
  }
  const double seconds = std::chrono::duration<double>(Steady::now() - begin).count();
  const auto asked = static_cast<double>(times.size());
  const Timing timing = timing_of(std::move(times));
  const Timing processor = timing_of(std::move(processor_times));
  fmt::print(
      "{} records, {:.0f} results a question: {:.1f} mean {:.1f} p50 {:.1f} p95 {:.1f} p99 us; "
      "processor {:.1f} p50 {:.1f} p99; {:.2f} million pairs a second\n",
      options.records, static_cast<double>(found) / asked, timing.mean, timing.p50, timing.p95,
      timing.p99, processor.p50, processor.p99,
      static_cast<double>(options.records) * (asked + warm_up) / seconds / 1e6);
  if (options.json_file.empty()) return;
  std::ofstream out(options.json_file);
  out << json::object{{"name", options.cvs ? "vacancy" : "cv"},
                      {"records", options.records},
                      {"asked", options.questions},
                      {"results_mean", static_cast<double>(found) / asked},
                      {"mean_us", timing.mean},
                      {"p50_us", timing.p50},
                      {"p95_us", timing.p95},
                      {"p99_us", timing.p99},
                      {"processor_p50_us", processor.p50},
                      {"processor_p99_us", processor.p99}}
      << '\n';
  out.close();
  if (!out) give_up("{} cannot be written", options.json_file.string());
}

}  // namespace
}  // namespace incontro::bench

int main(int argc, char** argv) {
  CLI::App app("Matches of generated records");
  incontro::bench::Options options;
  app.add_option("--records", options.records, "records in the home")
      ->check(CLI::Range(1'000, 100'000'000))
      ->capture_default_str();
  app.add_option("--home", options.home, "a home of that size; made when it is not there")
      ->required();
  app.add_flag("--cvs", options.cvs, "a home of CVs, asked by vacancies; else the other way round");
  app.add_flag("--bare", options.bare, "scores alone: nothing is read or explained");
  app.add_option("--questions", options.questions, "how many are asked")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  app.add_option("--json", options.json_file, "write the result");
  CLI11_PARSE(app, argc, argv);
  incontro::bench::run(options);
}
