#include "cli/archives.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/json.hpp>
#include <optional>
#include <thread>
#include <utility>

#include "cli/progress.h"
#include "cli/report.h"
#include "cli/texts_it.h"

namespace incontro::cli {
namespace {

std::string why(const Error& error, const std::string& archive) {
  return error.code == Code::not_found ? fmt::format(texts::archive_absent, archive)
                                       : fmt::format(texts::archive_failed, archive, error.message);
}

Result<ArchiveReport> with_progress(const std::filesystem::path& archive, const Work& work) {
  ProgressBar bar;
  return work(archive, [&bar](Phase phase, std::size_t done, std::size_t total) {
    bar.show(phase == Phase::checking ? texts::phase_checking : texts::phase_storing, done, total);
  });
}

}  // namespace

void add_archives(CLI::App& app, ArchiveOptions& options) {
  app.add_option("ARCHIVI", options.archives, texts::archives)->required()->type_name("");
  app.add_flag("--verbose", options.verbose, texts::verbose);
}

Exit work_on_archives(const ArchiveOptions& options, const Common& common, const Work& work) {
  Exit worst = exit_good;
  boost::json::array errors;
  // Written as it goes: a report may be long, and there may be many.
  if (common.json) fmt::print(R"({{"archives":[)");
  const char* between = "";
  for (const std::filesystem::path& archive : options.archives) {
    const Result<ArchiveReport> report = with_progress(archive, work);
    if (!report) {
      const std::string reason = why(report.error(), archive.string());
      fmt::print(stderr, texts::failure, reason);
      errors.push_back({{"archive", archive.string()}, {"reason", reason}});
      worst = exit_unreadable;
      continue;
    }
    if (!report->all_good()) worst = std::max(worst, exit_refused);
    if (common.json) {
      fmt::print("{}", std::exchange(between, ","));
      write_report_json(*report);
    } else {
      print_report(*report, options.verbose);
    }
  }
  if (common.json) fmt::print("],\"errors\":{}}}\n", boost::json::serialize(errors));
  return worst;
}

unsigned checking_threads() { return std::max(1U, std::thread::hardware_concurrency()); }

}  // namespace incontro::cli
