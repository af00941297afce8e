#pragma once

#include <incontro/import.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "cli/verb.h"

namespace CLI {
class App;
}

namespace incontro::cli {

// The common part of verify and import: some archives, each worked on and reported.
struct ArchiveOptions {
  std::vector<std::filesystem::path> archives;
  bool verbose = false;
};

void add_archives(CLI::App& app, ArchiveOptions& options);

// What to do with one archive; the progress is to be called back.
using Work =
    std::function<Result<ArchiveReport>(const std::filesystem::path& archive, const Progress&)>;

// Works on each archive, and reports on stdout. An archive that cannot be opened does not stop the
// others. The worst exit of all: unreadable, then refused, then good.
Exit work_on_archives(const ArchiveOptions& options, const Common& common, const Work& work);

// Threads for checking: all processors.
unsigned checking_threads();

}  // namespace incontro::cli
