#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "cli/home.h"
#include "cli/texts_it.h"
#include "cli/verb.h"
#include "http/log_names.h"

namespace incontro::cli {
namespace {

struct Options {
  std::string asked;  // a name of the log, or an address
  std::filesystem::path home;
};

struct Row {
  Date day;
  std::string name, address;
};

// A name is one address on one day; an address has a name on each day whose key is kept.
std::vector<Row> rows_of(const std::string& asked, const server::LogKeys& keys) {
  std::vector<Row> rows;
  if (const auto traced = server::client_of_log_name(asked, keys)) {
    rows.push_back({traced->day, asked, traced->client});
    return rows;
  }
  for (const auto& [day, key] : keys)
    if (const std::string name = server::log_name(asked, key); !name.empty())
      rows.push_back({day, name, asked});
  return rows;
}

int trace(const Options& options, const Common& common) {
  if (!std::filesystem::is_directory(options.home)) {
    fmt::print(stderr, texts::failure, fmt::format(texts::home_absent, options.home.string()));
    return exit_unreadable;
  }
  const auto keys = server::read_log_keys(options.home / server::log_keys_name);
  if (!keys) {
    fmt::print(stderr, texts::failure,
               fmt::format(texts::home_failed, options.home.string(), keys.error().message));
    return exit_unreadable;
  }
  const std::vector<Row> rows = rows_of(options.asked, *keys);
  if (common.json) {
    boost::json::array array;
    for (const Row& row : rows)
      array.push_back(
          {{"day", format_date(row.day)}, {"name", row.name}, {"address", row.address}});
    fmt::print("{}\n", boost::json::serialize(array));
  } else {
    for (const Row& row : rows)
      fmt::print(texts::traced, format_date_it(row.day), row.name, row.address);
  }
  if (!rows.empty()) return exit_good;
  fmt::print(stderr, texts::failure, fmt::format(texts::not_traced, options.asked));
  return exit_refused;
}

}  // namespace

Action declare_trace(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("NOME", options->asked, texts::trace_what)->required()->type_name("");
  add_home(app, options->home);
  return [options](const Common& common) { return trace(*options, common); };
}

}  // namespace incontro::cli
