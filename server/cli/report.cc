#include "cli/report.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "cli/printable.h"
#include "cli/progress.h"
#include "cli/texts_it.h"

namespace incontro::cli {
namespace {

using Fate = FileReport::Fate;

constexpr std::size_t shown_groups = 5;  // of warnings, before --verbose is asked for

struct FateName {
  const char* name;   // in JSON
  const char* label;  // Italian, of one file
  const char* many;
};

// In the order of Fate.
constexpr FateName fates[] = {
    {"valid", texts::file_valid, texts::fate_valid},
    {"refused", texts::file_refused, texts::fate_refused},
    {"published", texts::file_published, texts::fate_published},
    {"replaced", texts::file_replaced, texts::fate_replaced},
    {"closed", texts::file_closed, texts::fate_closed},
    {"unchanged", texts::file_unchanged, texts::fate_unchanged},
    {"not_handled", texts::file_not_handled, texts::fate_not_handled},
};

const FateName& name_of(Fate fate) { return fates[static_cast<std::size_t>(fate)]; }

std::string fate_counts(const ArchiveReport& report) {
  std::size_t counts[std::size(fates)] = {};
  for (const FileReport& file : report.files) ++counts[static_cast<std::size_t>(file.fate)];
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < std::size(fates); ++i)
    if (counts[i] > 0)
      parts.push_back(fmt::format(texts::fate_count, fates[i].many, grouped(counts[i])));
  return fmt::format("{}", fmt::join(parts, ", "));
}

void print_finding(const Finding& finding) {
  const char* grade =
      finding.grade == Grade::blocking ? texts::grade_blocking : texts::grade_warning;
  const std::string where = finding.element.empty() ? "" : ", " + finding.element;
  if (finding.line == 0)
    fmt::print(texts::finding_of_file, grade, where, finding.reason, finding.rule);
  else
    fmt::print(texts::finding_with_line, finding.line,
               finding.element.empty() ? grade : finding.element, finding.reason, finding.rule);
}

void print_file(const FileReport& file, bool with_warnings) {
  fmt::print(texts::file_line, file.name, name_of(file.fate).label,
             printable(file.title.empty() ? file.schema : file.title));
  for (const Finding& finding : file.findings)
    if (with_warnings || finding.grade == Grade::blocking) print_finding(finding);
}

struct WarningGroup {
  std::size_t count = 0;
  const FileReport* file = nullptr;  // the first that has it
  const Finding* first = nullptr;
};

void print_warning_groups(const ArchiveReport& report) {
  std::map<std::string_view, WarningGroup> by_rule;
  std::size_t total = 0;
  for (const FileReport& file : report.files)
    for (const Finding& finding : file.findings)
      if (finding.grade == Grade::warning) {
        WarningGroup& group = by_rule[finding.rule];
        if (group.count++ == 0) group = {1, &file, &finding};
        ++total;
      }
  if (total == 0) return;
  fmt::print(texts::warnings, grouped(total));
  std::vector<WarningGroup> groups;
  groups.reserve(by_rule.size());
  for (const auto& [rule, group] : by_rule) groups.push_back(group);
  std::stable_sort(groups.begin(), groups.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  for (std::size_t i = 0; i < std::min(groups.size(), shown_groups); ++i)
    fmt::print(texts::warning_group, grouped(groups[i].count), groups[i].first->rule,
               groups[i].first->reason, groups[i].file->name, groups[i].first->line);
  if (groups.size() > shown_groups) fmt::print(texts::more_warnings, groups.size() - shown_groups);
}

bool refused(const FileReport& file) { return file.fate == Fate::refused; }

boost::json::array findings_json(const Findings& findings) {
  boost::json::array array;
  for (const Finding& f : findings)
    array.push_back({{"grade", f.grade == Grade::blocking ? "blocking" : "warning"},
                     {"rule", f.rule},
                     {"line", f.line},
                     {"element", f.element},
                     {"reason", f.reason}});
  return array;
}

}  // namespace

void print_report(const ArchiveReport& report, bool verbose) {
  const auto bad =
      static_cast<std::size_t>(std::count_if(report.files.begin(), report.files.end(), refused));
  const std::string files = grouped(report.files.size());
  if (report.all_good())
    fmt::print(texts::archive_good, report.archive, files);
  else if (report.formally_good())
    fmt::print(texts::archive_partly, report.archive, files, grouped(bad));
  else if (bad == 0)
    fmt::print(texts::archive_wrong, report.archive);
  else
    fmt::print(texts::archive_refused, report.archive, grouped(bad), files);
  for (const Finding& f : report.findings)
    fmt::print(texts::finding_of_archive,
               f.grade == Grade::blocking ? texts::grade_blocking : texts::grade_warning, f.reason,
               f.rule);
  if (!report.files.empty()) fmt::print(texts::fates_line, fate_counts(report));
  for (const FileReport& file : report.files)
    if (verbose || refused(file)) print_file(file, verbose);
  if (!verbose) print_warning_groups(report);
}

boost::json::value report_json(const ArchiveReport& report) {
  boost::json::array files;
  for (const FileReport& file : report.files)
    files.push_back({{"name", file.name},
                     {"schema", file.schema},
                     {"collection", file.code.collection == Collection::cvs ? "cvs" : "vacancies"},
                     {"code", file.code.value},
                     {"title", file.title},
                     {"fate", name_of(file.fate).name},
                     {"findings", findings_json(file.findings)}});
  return {{"archive", report.archive},
          {"formally_good", report.formally_good()},
          {"all_good", report.all_good()},
          {"findings", findings_json(report.findings)},
          {"files", std::move(files)}};
}

}  // namespace incontro::cli
