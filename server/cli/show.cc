#include <fmt/core.h>
#include <incontro/json.h>

#include <CLI/CLI.hpp>

#include "cli/home.h"
#include "cli/print_record.h"
#include "cli/texts_it.h"

namespace incontro::cli {
namespace {

struct Options {
  std::string code;
  std::filesystem::path home;
};

// The two collections number their records apart: one code may stand in both.
int show(const Options& options, const Common& common) {
  const auto engine = open_home(options.home, Need::read, *common.clock);
  if (!engine) return exit_unreadable;
  bool found = false;
  for (const Collection collection : collections) {
    const Result<View> view = engine->show({collection, options.code});
    if (!view && view.error().code == Code::not_found) continue;
    if (!view) {
      fmt::print(stderr, texts::failure,
                 fmt::format(texts::home_failed, options.home.string(), view.error().message));
      return exit_unreadable;
    }
    if (common.json)
      fmt::print("{}\n", to_json(*view));
    else
      print_record(*view);
    found = true;
  }
  if (!found) fmt::print(stderr, texts::failure, fmt::format(texts::no_such_record, options.code));
  return found ? exit_good : exit_refused;
}

}  // namespace

Action declare_show(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("CODICE", options->code, texts::code)->required()->type_name("");
  add_home(app, options->home);
  return [options](const Common& common) { return show(*options, common); };
}

}  // namespace incontro::cli
