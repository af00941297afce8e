#include "archive/archive_check.h"

#include <incontro/check.h>

#include <algorithm>
#include <map>

#include "archive/import_order.h"
#include "archive/parallel.h"

namespace incontro {
namespace {

void refuse(FileReport& file, const char* rule, std::string reason) {
  file.findings.push_back({Grade::blocking, rule, 0, "", std::move(reason)});
  file.fate = FileReport::Fate::refused;
}

void describe(const CheckedFile& checked, CheckedEntry& entry, FileReport& file) {
  const auto describe_record = [&](const auto& record, Collection collection) {
    file.code = {collection, record.system.code};
    entry.predecessor = record.system.predecessor;
    entry.is_record = true;
  };
  if (const auto* cv = std::get_if<Cv>(&checked.content)) {
    describe_record(*cv, Collection::cvs);
    file.title = cv->wanted.empty() ? std::string() : cv->wanted.front().title;
  } else if (const auto* vacancy = std::get_if<Vacancy>(&checked.content)) {
    describe_record(*vacancy, Collection::vacancies);
    file.title = vacancy->title;
  }
}

void check_entry(ZipReader& reader, InflateBudget& budget, CheckedEntry& entry, FileReport& file) {
  if (!blocks(file.findings)) {
    if (const auto bytes = reader.read(entry.entry, budget, file.findings)) {
      CheckedFile checked = check_file(*bytes);
      describe(checked, entry, file);
      file.schema = std::move(checked.schema);
      file.findings.insert(file.findings.end(), checked.findings.begin(), checked.findings.end());
    }
  }
  if (blocks(file.findings)) file.fate = FileReport::Fate::refused;
}

void refuse_repeated_codes(CheckedArchive& checked) {
  std::map<RecordCode, std::vector<std::size_t>> by_code;
  for (std::size_t i = 0; i < checked.entries.size(); ++i)
    if (checked.entries[i].is_record) by_code[checked.report.files[i].code].push_back(i);
  for (const auto& [code, files] : by_code) {
    if (files.size() < 2) continue;
    for (const std::size_t i : files) {
      const std::size_t other = i == files[0] ? files[1] : files[0];
      refuse(checked.report.files[i], "archive.duplicate-code",
             "Lo stesso codice comunicazione è anche nel file " + checked.report.files[other].name +
                 ".");
    }
  }
}

// REQUIRES: no code is repeated.
void put_in_order(CheckedArchive& checked) {
  std::vector<std::size_t> files;
  std::vector<OrderedRecord> records;
  for (std::size_t i = 0; i < checked.entries.size(); ++i) {
    if (!checked.entries[i].is_record) continue;
    files.push_back(i);
    records.push_back({checked.report.files[i].code, checked.entries[i].predecessor});
  }
  const ImportOrder order = import_order(records);
  for (const std::size_t i : order.order) checked.order.push_back(files[i]);
  for (const std::size_t i : order.stuck)
    refuse(checked.report.files[files[i]], "archive.circle",
           "I codici precedenti delle comunicazioni di questo archivio formano un circolo.");
}

}  // namespace

Result<std::unique_ptr<OpenArchive>> OpenArchive::open(const std::filesystem::path& archive,
                                                       unsigned threads, Findings& findings) {
  auto opened = std::make_unique<OpenArchive>();
  std::error_code failed;
  opened->file_bytes_ = std::filesystem::file_size(archive, failed);
  if (failed)
    return Error{failed == std::errc::no_such_file_or_directory ? Code::not_found : Code::io,
                 "archive: " + failed.message()};
  for (unsigned i = 0; i < std::max(1u, threads); ++i) {
    auto reader = ZipReader::open(archive, findings);
    if (!reader) return reader.error();
    if (*reader == nullptr) return std::unique_ptr<OpenArchive>();
    opened->readers_.push_back(std::move(*reader));
  }
  return opened;
}

CheckedArchive check_archive(OpenArchive& archive, const Progress& progress) {
  CheckedArchive checked;
  for (ZipEntry& entry : archive.reader(0).entries(checked.report.findings)) {
    FileReport file;
    file.name = entry.name;
    file.findings = std::move(entry.findings);
    checked.report.files.push_back(std::move(file));
    checked.entries.push_back({std::move(entry), {}, false});
  }
  InflateBudget budget(archive.file_bytes());
  const std::size_t total = checked.entries.size();
  run_parallel(
      archive.threads(), total,
      [&](unsigned worker, std::size_t i) {
        check_entry(archive.reader(worker), budget, checked.entries[i], checked.report.files[i]);
      },
      [&](std::size_t done) {
        if (progress) progress(Phase::checking, done, total);
      });
  refuse_repeated_codes(checked);
  if (checked.report.formally_good()) put_in_order(checked);
  return checked;
}

}  // namespace incontro
