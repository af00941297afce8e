#include <CLI/CLI.hpp>

#include "cli/archives.h"

namespace incontro::cli {

Action declare_verify(CLI::App& app) {
  const auto options = std::make_shared<ArchiveOptions>();
  add_archives(app, *options);
  return [options](const Common& common) -> int {
    return work_on_archives(*options, common, [](const auto& archive, const Progress& progress) {
      return verify_archive(archive, checking_threads(), progress);
    });
  };
}

}  // namespace incontro::cli
