#include "archive/archive_check.h"

#include <incontro/check.h>

#include <algorithm>
#include <map>

#include "archive/import_order.h"
#include "archive/limits.h"
#include "archive/parallel.h"

namespace incontro {
namespace {

// Between two looks at how much room the report has left; a few megabytes of findings at most.
constexpr std::size_t files_at_once = 128;

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
  if (entry.entry.litter && !blocks(file.findings)) {
    file.fate = FileReport::Fate::ignored;
    return;
  }
  if (!blocks(file.findings)) {
    if (const auto bytes = reader.read(entry.entry, budget, file.findings)) {
      CheckedFile checked = check_file(*bytes);
      describe(checked, entry, file);
      file.kind = checked.kind;
      file.schema = std::move(checked.schema);
      file.findings.insert(file.findings.end(), checked.findings.begin(), checked.findings.end());
    }
  }
  if (blocks(file.findings)) file.fate = FileReport::Fate::refused;
}

// Counts what a file's check has found, and lists it as far as the report has room.
void settle(FileReport& file, std::size_t& room, ArchiveReport& report) {
  for (const Finding& finding : file.findings) {
    if (finding.grade != Grade::warning) continue;
    auto& warnings = report.warnings[finding.rule];
    if (warnings.count++ == 0) warnings = {1, file.name, finding};
  }
  if (file.findings.size() <= room) {
    room -= file.findings.size();
    return;
  }
  const auto first = std::find_if(file.findings.begin(), file.findings.end(),
                                  [](const Finding& f) { return f.grade == Grade::blocking; });
  if (first != file.findings.end()) std::iter_swap(file.findings.begin(), first);
  file.more = file.findings.size() - 1;
  file.findings.resize(1);
  file.findings.shrink_to_fit();
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
  const auto layout = read_layout(archive, findings);
  if (!layout) return layout.error();
  if (blocks(findings)) return std::unique_ptr<OpenArchive>();
  std::error_code none;
  opened->file_bytes_ = std::filesystem::file_size(archive, none);
  for (unsigned i = 0; i < std::max(1u, threads); ++i) {
    auto reader = ZipReader::open(archive, *layout, findings);
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
  std::size_t room = archive_finding_limit;
  for (std::size_t start = 0; start < total; start += files_at_once) {
    const std::size_t count = std::min(files_at_once, total - start);
    run_parallel(
        archive.threads(), count,
        [&](unsigned worker, std::size_t i) {
          check_entry(archive.reader(worker), budget, checked.entries[start + i],
                      checked.report.files[start + i]);
        },
        [&](std::size_t done) {
          if (progress) progress(Phase::checking, start + done, total);
        });
    for (std::size_t i = start; i < start + count; ++i)
      settle(checked.report.files[i], room, checked.report);
  }
  refuse_repeated_codes(checked);
  if (checked.report.formally_good()) put_in_order(checked);
  return checked;
}

}  // namespace incontro
