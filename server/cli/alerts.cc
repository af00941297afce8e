#include <fmt/core.h>
#include <fmt/ranges.h>
#include <incontro/json.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cmath>

#include "cli/asked_query.h"
#include "cli/home.h"
#include "cli/printable.h"
#include "cli/progress.h"
#include "cli/texts_it.h"
#include "cli/validators.h"

namespace incontro::cli {
namespace {

constexpr std::uint64_t most_number = 1'000'000'000'000'000;
constexpr std::size_t most_listed = 1'000;

struct Options {
  std::filesystem::path home;
  AskedQuery asked;
  std::string cv, vacancy, least, owner, name;
  std::uint64_t number = 0, after = 0;
  std::size_t limit = 100;
  std::function<int(Options&, const Common&)> act;
};

int wrong_usage(const std::string& reason) {
  fmt::print(stderr, texts::failure, reason);
  return exit_usage;
}

int failed(const Error& error) {
  fmt::print(stderr, texts::failure, fmt::format(texts::alerts_failed, error.message));
  switch (error.code) {
    case Code::invalid:
      return exit_usage;
    case Code::not_found:
    case Code::conflict:
      return exit_refused;
    default:
      return exit_unreadable;
  }
}

// "" when it could be read; else what is wrong.
std::string read_match(const Options& options, SavedMatch& match) {
  const bool cv = !options.cv.empty();
  match.question = {cv ? Collection::cvs : Collection::vacancies,
                    cv ? options.cv : options.vacancy};
  if (options.least.empty()) return {};
  double least = 0;
  const char* const end = options.least.data() + options.least.size();
  const auto [read, error] = std::from_chars(options.least.data(), end, least);
  if (error != std::errc() || read != end || !(least >= 0.001 && least <= 1))
    return fmt::format(texts::least_wrong, options.least);
  match.least = static_cast<Millionths>(std::lround(least * full_score));
  return {};
}

// Whether it asks anything but its collection.
bool names_more(const AskedQuery& asked) {
  const AskedQuery nothing;
  return !asked.words.empty() || !asked.where.empty() || !asked.near.empty() || asked.km ||
         asked.sort != nothing.sort || asked.state != nothing.state || !asked.synonyms;
}

std::string read_saved(const Options& options, SavedSearch& search) {
  const bool query = !options.asked.collection.empty();
  if (query + !options.cv.empty() + !options.vacancy.empty() != 1) return texts::one_to_save;
  if (query && !options.least.empty()) return texts::one_to_save;
  search.owner = options.owner;
  search.name = options.name;
  if (query) return read_asked(options.asked, search.asks.emplace<Query>());
  if (names_more(options.asked)) return texts::match_asks_alone;
  return read_match(options, search.asks.emplace<SavedMatch>());
}

int add(Options& options, const Common& common) {
  SavedSearch search;
  if (const std::string wrong = read_saved(options, search); !wrong.empty())
    return wrong_usage(wrong);
  const auto engine = open_home(options.home, Need::rewrite, *common.clock);
  if (!engine) return exit_unreadable;
  const auto number = engine->saved_searches().add(search);
  if (!number) return failed(number.error());
  if (common.json)
    fmt::print("{{\"number\":{}}}\n", *number);
  else
    fmt::print(texts::alert_saved, *number);
  return exit_good;
}

std::string filters_of(const Query& query) {
  std::string text;
  for (const Filter& filter : query.filters)
    text += fmt::format(" {}={}", filter.field, fmt::join(filter.codes, ","));
  if (query.near) text += fmt::format(" near={} km={}", query.near->place, query.near->km);
  return text;
}

void print_saved(const SavedSearch& search) {
  const std::string saved = format_timestamp(search.saved), name = printable(search.name);
  if (const auto* query = std::get_if<Query>(&search.asks))
    fmt::print(texts::saved_query, search.number, saved, name,
               query->collection == Collection::cvs ? "cvs" : "vacancies",
               printable(query->text) + filters_of(*query));
  else if (const auto* match = std::get_if<SavedMatch>(&search.asks))
    fmt::print(texts::saved_match, search.number, saved, name,
               match->question.collection == Collection::cvs ? "--cv" : "--vacancy",
               printable(match->question.value),
               decimal_it(100.0 * match->least / full_score) + " %");
}

int list(Options& options, const Common& common) {
  const auto engine = open_home(options.home, Need::read, *common.clock);
  if (!engine) return exit_unreadable;
  const auto searches = engine->saved_searches().list(options.owner);
  if (!searches) return failed(searches.error());
  if (common.json) {
    fmt::print("{}\n", to_json(std::span<const SavedSearch>(*searches)));
    return exit_good;
  }
  if (searches->empty()) fmt::print(texts::no_alerts);
  for (const SavedSearch& search : *searches) print_saved(search);
  return exit_good;
}

int remove(Options& options, const Common& common) {
  const auto engine = open_home(options.home, Need::rewrite, *common.clock);
  if (!engine) return exit_unreadable;
  if (const Done done = engine->saved_searches().remove(options.number); !done)
    return failed(done.error());
  fmt::print("{}", common.json ? "{}\n" : texts::alert_removed);
  return exit_good;
}

int outbox(Options& options, const Common& common) {
  const auto engine = open_home(options.home, Need::read, *common.clock);
  if (!engine) return exit_unreadable;
  const auto notices = engine->saved_searches().outbox(options.after, options.limit);
  if (!notices) return failed(notices.error());
  if (common.json) {
    fmt::print("{}\n", to_json(std::span<const Notice>(*notices)));
    return exit_good;
  }
  if (notices->empty()) fmt::print(texts::no_notices);
  for (const Notice& one : *notices)
    fmt::print(texts::notice, one.number, one.saved_search, printable(one.record.value),
               one.score == 0 ? ""
                              : fmt::format(texts::notice_score,
                                            decimal_it(100.0 * one.score / full_score) + " %"));
  return exit_good;
}

int delivered(Options& options, const Common& common) {
  const auto engine = open_home(options.home, Need::rewrite, *common.clock);
  if (!engine) return exit_unreadable;
  if (const Done done = engine->saved_searches().delivered(options.number); !done)
    return failed(done.error());
  fmt::print("{}", common.json ? "{}\n" : texts::notice_gone);
  return exit_good;
}

}  // namespace

Action declare_alerts(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.require_subcommand(1);
  const auto step = [&](const char* name, const char* text, auto act) {
    CLI::App* const made = app.add_subcommand(name, text)->group(texts::verbs_group)->fallthrough();
    made->get_help_ptr()->group(texts::options_group);
    add_home(*made, options->home);
    made->callback([options, act] { options->act = act; });
    return made;
  };
  const auto number = [](CLI::App* to, const char* name, auto& value, const char* text,
                         std::uint64_t most) {
    return to->add_option(name, value, text)
        ->check(number_between(0, most))
        ->type_name(texts::number_type);
  };
  const auto owner = [&](CLI::App* to) {
    to->add_option("--owner", options->owner, texts::owner)
        ->type_name(texts::owner_type)
        ->required();
  };
  CLI::App* const adding = step("add", texts::alerts_add, add);
  add_asked(*adding, options->asked);
  adding->add_option("--cv", options->cv, texts::waiting_cv)->type_name(texts::code_type);
  adding->add_option("--vacancy", options->vacancy, texts::waiting_vacancy)
      ->type_name(texts::code_type);
  adding->add_option("--least", options->least, texts::least)->type_name(texts::number_type);
  adding->add_option("--name", options->name, texts::alert_name)->type_name(texts::owner_type);
  owner(adding);
  owner(step("list", texts::alerts_list, list));
  number(step("remove", texts::alerts_remove, remove), "N", options->number, texts::saved_number,
         most_number)
      ->required();
  CLI::App* const waiting = step("outbox", texts::alerts_outbox, outbox);
  number(waiting, "--after", options->after, texts::after_notice, most_number);
  number(waiting, "--limit", options->limit, texts::limit, most_listed);
  number(step("delivered", texts::alerts_delivered, delivered), "N", options->number,
         texts::notice_number, most_number)
      ->required();
  return [options](const Common& common) { return options->act(*options, common); };
}

}  // namespace incontro::cli
