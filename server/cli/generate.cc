#include <fmt/core.h>
#include <incontro/synth.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/json.hpp>
#include <future>
#include <limits>

#include "cli/home.h"
#include "cli/progress.h"
#include "cli/texts_it.h"
#include "cli/validators.h"

namespace incontro::cli {
namespace {

struct Options {
  std::uint64_t vacancies = 0, cvs = 0, seed = 0;
  std::string day;
  std::filesystem::path archives, home;
};

// One disk sync a batch: large enough for its cost to vanish, small enough to stay in memory.
constexpr std::uint64_t batch_size = 1000;

constexpr std::uint64_t most_records = 1'000'000'000;  // a collection numbers 2^32 of them

using Steady = std::chrono::steady_clock;

int failed(const std::string& text) {
  fmt::print(stderr, texts::failure, text);
  return exit_unreadable;
}

int to_archives(const Options& options, const Generator& generator, bool json) {
  const Done done = write_archives(generator, options.vacancies, options.cvs, options.archives);
  const std::string where = options.archives.string();
  if (!done) return failed(fmt::format(texts::directory_failed, where, done.error().message));
  if (json) {
    const boost::json::value result{
        {"vacancies", options.vacancies}, {"cvs", options.cvs}, {"archives", where}};
    fmt::print("{}\n", boost::json::serialize(result));
  } else {
    fmt::print(texts::written, grouped(options.vacancies), grouped(options.cvs), where);
  }
  return exit_good;
}

// Records [first, last) of one numbering: all vacancies, then all CVs.
std::vector<Record> make(const Generator& generator, std::uint64_t vacancies, std::uint64_t first,
                         std::uint64_t last) {
  std::vector<Record> records;
  records.reserve(last - first);
  for (std::uint64_t n = first; n < last; ++n) {
    if (n < vacancies)
      records.emplace_back(generator.vacancy(n));
    else
      records.emplace_back(generator.cv(n - vacancies));
  }
  return records;
}

int to_home(const Options& options, const Generator& generator, const Common& common) {
  const auto engine = open_home(options.home, Need::create, *common.clock);
  if (!engine) return exit_unreadable;
  const auto start = Steady::now();
  const std::uint64_t total = options.vacancies + options.cvs;
  const auto made = [&](std::uint64_t first) {  // the next batch is made while one is stored
    return std::async(std::launch::async, make, std::cref(generator), options.vacancies, first,
                      std::min(first + batch_size, total));
  };
  {
    ProgressBar bar;
    std::future<std::vector<Record>> next;
    if (total > 0) next = made(0);
    for (std::uint64_t done = 0; done < total;) {
      const std::vector<Record> batch = next.get();
      done += batch.size();
      if (done < total) next = made(done);
      for (const Result<Applied>& applied : engine->store().apply(batch))
        if (!applied)
          return failed(
              fmt::format(texts::store_failed, options.home.string(), applied.error().message));
      bar.show(texts::phase_storing, done, total);
    }
  }
  const auto stored = Steady::now() - start;
  if (!wait_until_searchable(*engine, options.home)) return exit_unreadable;
  const auto searchable = Steady::now() - start;
  const double seconds = std::max(std::chrono::duration<double>(stored).count(), 1e-6);
  const auto rate = static_cast<std::uint64_t>(static_cast<double>(total) / seconds);
  if (common.json) {
    const boost::json::value result{
        {"records", total},
        {"seconds_stored", seconds},
        {"seconds_searchable", std::chrono::duration<double>(searchable).count()},
        {"records_per_second", rate}};
    fmt::print("{}\n", boost::json::serialize(result));
  } else {
    fmt::print(texts::stored, grouped(total), seconds_it(stored), grouped(rate),
               seconds_it(searchable));
  }
  return exit_good;
}

int generate(const Options& options, const Common& common) {
  if (options.archives.empty() == options.home.empty()) {
    fmt::print(stderr, texts::failure, texts::one_target);
    return exit_usage;
  }
  const auto day = options.day.empty() ? common.clock->today() : parse_date(options.day);
  if (!day) {
    fmt::print(stderr, texts::failure, fmt::format(texts::bad_day, options.day));
    return exit_usage;
  }
  const Generator generator(options.seed, *day);
  return options.home.empty() ? to_archives(options, generator, common.json)
                              : to_home(options, generator, common);
}

}  // namespace

Action declare_generate(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto number = [&app](const char* name, std::uint64_t& value, const char* text,
                             std::uint64_t most) {
    app.add_option(name, value, text)
        ->required()
        ->type_name(texts::number_type)
        ->check(number_between(0, most));
  };
  number("--vacancies", options->vacancies, texts::vacancies, most_records);
  number("--cvs", options->cvs, texts::cvs, most_records);
  number("--seed", options->seed, texts::seed, std::numeric_limits<std::uint64_t>::max());
  app.add_option("--day", options->day, texts::day)->type_name(texts::date_type);
  app.add_option("--archives", options->archives, texts::to_archives)
      ->type_name(texts::directory_type);
  app.add_option("--home", options->home, texts::to_home)->type_name(texts::directory_type);
  return [options](const Common& common) { return generate(*options, common); };
}

}  // namespace incontro::cli
