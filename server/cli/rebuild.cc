#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "cli/home.h"
#include "cli/progress.h"
#include "cli/texts_it.h"

namespace incontro::cli {
namespace {

int rebuild(const std::filesystem::path& home, const Common& common) {
  const auto engine = open_home(home, Need::rewrite, *common.clock);
  if (!engine) return exit_unreadable;
  const auto start = std::chrono::steady_clock::now();
  if (const Done done = engine->rebuild(); !done) {
    fmt::print(stderr, texts::failure, fmt::format(texts::rebuild_failed, done.error().message));
    return exit_unreadable;
  }
  if (!wait_until_searchable(*engine, home)) return exit_unreadable;
  for (const Repair& repair : engine->repairs())
    if (repair.kind == Repair::Kind::record) fmt::print(stderr, texts::left_out, repair.what);
  const auto elapsed = std::chrono::steady_clock::now() - start;
  if (common.json) {
    const boost::json::value result{{"seconds", std::chrono::duration<double>(elapsed).count()}};
    fmt::print("{}\n", boost::json::serialize(result));
  } else {
    fmt::print(texts::rebuilt, seconds_it(elapsed));
  }
  return exit_good;
}

}  // namespace

Action declare_rebuild(CLI::App& app) {
  const auto home = std::make_shared<std::filesystem::path>();
  add_home(app, *home);
  return [home](const Common& common) { return rebuild(*home, common); };
}

}  // namespace incontro::cli
