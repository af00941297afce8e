#include <incontro/import.h>

#include <algorithm>
#include <string_view>

#include "archive/archive_check.h"
#include "archive/store_pass.h"

namespace incontro {
namespace {

// Findings of the store come after the formal check and are none of its business.
bool is_formal(const Finding& finding) {
  return std::string_view(finding.rule).substr(0, 6) != "store.";
}

bool formally_blocked(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.grade == Grade::blocking && is_formal(f); });
}

Result<ArchiveReport> run(const std::filesystem::path& archive, Store* store, unsigned threads,
                          const Progress& progress) {
  Findings findings;
  auto opened = OpenArchive::open(archive, threads, findings);
  if (!opened) return opened.error();
  CheckedArchive checked;
  if (*opened != nullptr) {
    checked = check_archive(**opened, progress);
    if (store != nullptr && checked.report.formally_good())
      store_archive(**opened, checked, *store, progress);
  } else {
    checked.report.findings = std::move(findings);
  }
  checked.report.archive = archive.string();
  return std::move(checked.report);
}

}  // namespace

bool ArchiveReport::formally_good() const {
  return !formally_blocked(findings) &&
         std::none_of(files.begin(), files.end(),
                      [](const FileReport& file) { return formally_blocked(file.findings); });
}

bool ArchiveReport::all_good() const {
  return formally_good() && std::none_of(files.begin(), files.end(), [](const FileReport& file) {
           return file.fate == FileReport::Fate::refused;
         });
}

Result<ArchiveReport> verify_archive(const std::filesystem::path& archive, unsigned threads,
                                     const Progress& progress) {
  return run(archive, nullptr, threads, progress);
}

Result<ArchiveReport> import_archive(const std::filesystem::path& archive, Store& store,
                                     unsigned threads, const Progress& progress) {
  return run(archive, &store, threads, progress);
}

}  // namespace incontro
