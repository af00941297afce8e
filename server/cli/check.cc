#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "cli/home.h"
#include "cli/progress.h"
#include "cli/texts_it.h"

namespace incontro::cli {
namespace {

boost::json::value check_json(const CheckReport& report) {
  return {{"agree", report.good()},
          {"records", {{"vacancies", report.records[0]}, {"cvs", report.records[1]}}},
          {"documents", {{"vacancies", report.documents[0]}, {"cvs", report.documents[1]}}},
          {"sequence", {{"store", report.store}, {"text", report.text}, {"blocks", report.blocks}}},
          {"lost", boost::json::value_from(report.lost)},
          {"damaged", boost::json::value_from(report.damaged)},
          {"differences", boost::json::value_from(report.differences)},
          {"following", boost::json::value_from(report.following)}};
}

void print_list(const char* heading, const std::vector<std::string>& list) {
  if (list.empty()) return;
  fmt::print(fmt::runtime(heading), list.size());
  for (const std::string& one : list) fmt::print(texts::difference, one);
}

void print_check(const CheckReport& report, const std::string& home) {
  if (report.good())
    fmt::print(texts::agree, grouped(report.documents[0]), grouped(report.documents[1]));
  print_list(texts::store_lost, report.lost);
  print_list(texts::index_damaged, report.damaged);
  print_list(texts::disagree, report.differences);
  for (const std::string& one : report.following) fmt::print(texts::index_following, one);
  if (!report.lost.empty())
    fmt::print(texts::restore, home);
  else if (!report.good())
    fmt::print(texts::repair, home);
}

int check(const std::filesystem::path& home, const Common& common) {
  const auto engine = open_home(home, Need::read, *common.clock);
  if (!engine) return exit_unreadable;
  const Result<CheckReport> report = engine->check();
  if (!report) {
    fmt::print(stderr, texts::failure, fmt::format(texts::check_failed, report.error().message));
    return exit_unreadable;
  }
  if (common.json)
    fmt::print("{}\n", boost::json::serialize(check_json(*report)));
  else
    print_check(*report, home.string());
  return report->good() ? exit_good : exit_refused;
}

}  // namespace

Action declare_check(CLI::App& app) {
  const auto home = std::make_shared<std::filesystem::path>();
  add_home(app, *home);
  return [home](const Common& common) { return check(*home, common); };
}

}  // namespace incontro::cli
