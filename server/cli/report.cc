#include "cli/report.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <boost/json.hpp>
#include <functional>
#include <string_view>

#include "cli/printable.h"
#include "cli/progress.h"
#include "cli/texts_it.h"

namespace incontro::cli {
namespace {

using Fate = FileReport::Fate;

constexpr std::size_t shown_groups = 5;  // of warnings, before --verbose is asked for
constexpr std::size_t shown_names = 5;   // of files that are ignored

struct KindName {
  const char* name;        // in JSON
  const char* label;       // Italian
  const char* collection;  // in JSON; null: none
};

// In the order of FileKind.
constexpr KindName kinds[] = {
    {"unknown", "", nullptr},
    {"cv", texts::kind_cv, "cvs"},
    {"vacancy", texts::kind_vacancy, "vacancies"},
    {"message", texts::kind_message, nullptr},
};

const KindName& name_of(FileKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

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
    {"ignored", texts::file_ignored, texts::fate_ignored},
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
  const std::string& what = file.title.empty() ? file.schema : file.title;
  fmt::print(texts::file_line, file.name, name_of(file.fate).label,
             what.empty() ? name_of(file.kind).label : printable(what));
  for (const Finding& finding : file.findings)
    if (with_warnings || finding.grade == Grade::blocking) print_finding(finding);
  if (file.more > 0) fmt::print(texts::more_findings, grouped(file.more));
}

void print_warning_groups(const ArchiveReport& report) {
  using Row = std::pair<std::string_view, const ArchiveReport::Warnings*>;
  std::vector<Row> rows;
  std::size_t total = 0;
  for (const auto& [rule, warnings] : report.warnings) {
    rows.emplace_back(rule, &warnings);
    total += warnings.count;
  }
  if (total == 0) return;
  fmt::print(texts::warnings, grouped(total));
  std::ranges::stable_sort(rows, std::greater<>{},
                           [](const Row& row) { return row.second->count; });
  for (std::size_t i = 0; i < std::min(rows.size(), shown_groups); ++i) {
    const ArchiveReport::Warnings& warnings = *rows[i].second;
    fmt::print(texts::warning_group, grouped(warnings.count), rows[i].first, warnings.first.reason,
               warnings.file, warnings.first.line);
  }
  if (rows.size() > shown_groups) fmt::print(texts::more_warnings, rows.size() - shown_groups);
}

void print_ignored(const ArchiveReport& report) {
  std::vector<std::string_view> names;
  for (const FileReport& file : report.files)
    if (file.fate == Fate::ignored) names.push_back(file.name);
  if (names.empty()) return;
  const std::size_t shown = std::min(names.size(), shown_names);
  std::string list = fmt::format(
      "{}", fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  if (names.size() > shown)
    list = fmt::format(texts::and_others, list, grouped(names.size() - shown));
  fmt::print(texts::ignored_files, list);
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

boost::json::object file_json(const FileReport& file) {
  const KindName& kind = name_of(file.kind);
  return {{"name", file.name},
          {"kind", kind.name},
          {"schema", file.schema},
          {"collection",
           kind.collection == nullptr ? boost::json::value() : boost::json::value(kind.collection)},
          {"code", file.code.value},
          {"title", file.title},
          {"fate", name_of(file.fate).name},
          {"findings", findings_json(file.findings)},
          {"more_findings", file.more}};
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
  if (verbose) return;
  print_warning_groups(report);
  print_ignored(report);
}

void write_report_json(const ArchiveReport& report) {
  fmt::print(R"({{"archive":{},"formally_good":{},"all_good":{},"findings":{},"files":[)",
             serialize(boost::json::string(report.archive)), report.formally_good(),
             report.all_good(), serialize(findings_json(report.findings)));
  const char* between = "";
  for (const FileReport& file : report.files) {
    fmt::print("{}{}", between, serialize(file_json(file)));
    between = ",";
  }
  fmt::print("]}}");
}

}  // namespace incontro::cli
