// incontro_http_load: requests to the portal at a fixed rate, as visitors come whether it is busy
// or not.

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fstream>

#include "harness/give_up.h"
#include "harness/rows.h"
#include "http/open_loop.h"

namespace incontro::bench {
namespace {

namespace json = boost::json;

struct Options {
  Load load;
  std::string name;
  std::filesystem::path targets_file, json_file;
};

std::vector<std::string> lines_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) give_up("{} cannot be read", file.string());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  if (lines.empty()) give_up("{} is empty", file.string());
  return lines;
}

void run(Options& options) {
  options.load.targets = lines_of(options.targets_file);
  const LoadResult result = run_open_loop(options.load);
  if (result.errors > 0)
    fmt::print(stderr, "{} errors, the first: {}\n", result.errors, result.first_error);
  if (result.latencies.empty()) give_up("no request was answered");
  const Timing ms = timing_of(result.latencies);
  const double answered = static_cast<double>(result.latencies.size()) / result.answering_seconds;
  fmt::print(
      "{}: {:.0f} asked, {:.1f} answered a second; {:.2f} ms p50, {:.2f} ms p99, {:.2f} ms "
      "longest; {} errors\n",
      options.name, options.load.rate, answered, ms.p50, ms.p99, ms.max, result.errors);
  if (options.json_file.empty()) return;
  std::ofstream out(options.json_file);
  const json::object row = {{"name", options.name},
                            {"rate", options.load.rate},
                            {"seconds", options.load.seconds},
                            {"connections", options.load.connections},
                            {"answered_per_second", answered},
                            {"p50_ms", ms.p50},
                            {"p95_ms", ms.p95},
                            {"p99_ms", ms.p99},
                            {"max_ms", ms.max},
                            {"errors", result.errors}};
  out << json::object{{"http", json::array{row}}} << '\n';
  out.close();
  if (!out) give_up("{} cannot be written", options.json_file.string());
}

}  // namespace
}  // namespace incontro::bench

int main(int argc, char** argv) {
  CLI::App app("Requests at a fixed rate; latency from the moment at which each was due");
  incontro::bench::Options options;
  incontro::bench::Load& load = options.load;
  app.add_option("--address", load.address, "of the server")->capture_default_str();
  app.add_option("--port", load.port, "of the server")->required();
  app.add_option("--targets", options.targets_file, "paths with queries, one a line")->required();
  app.add_option("--rate", load.rate, "requests a second")->required()->check(CLI::Range(0.1, 1e6));
  app.add_option("--seconds", load.seconds, "counted")->required()->check(CLI::Range(0.1, 1e5));
  app.add_option("--warm-up", load.warm_up_seconds, "seconds before, not counted")
      ->check(CLI::Range(0.0, 1e5));
  app.add_option("--connections", load.connections, "kept open")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  app.add_option("--name", options.name, "what the result is called")->required();
  app.add_option("--json", options.json_file, "write the result");
  CLI11_PARSE(app, argc, argv);
  incontro::bench::run(options);
}
