#include <CLI/CLI.hpp>

#include "cli/archives.h"
#include "cli/home.h"

namespace incontro::cli {
namespace {

struct ImportOptions {
  ArchiveOptions archives;
  std::filesystem::path home;
};

int import(const ImportOptions& options, const Common& common) {
  const auto engine = open_home(options.home, Need::create, *common.clock);
  if (!engine) return exit_unreadable;
  const Exit exit = work_on_archives(
      options.archives, common, [&engine](const auto& archive, const Progress& progress) {
        return import_archive(archive, engine->store(), checking_threads(), progress);
      });
  return wait_until_searchable(*engine, options.home) ? exit : exit_unreadable;
}

}  // namespace

Action declare_import(CLI::App& app) {
  const auto options = std::make_shared<ImportOptions>();
  add_archives(app, options->archives);
  add_home(app, options->home);
  return [options](const Common& common) { return import(*options, common); };
}

}  // namespace incontro::cli
