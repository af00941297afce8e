#include <fmt/core.h>
#include <incontro/distance.h>
#include <incontro/json.h>
#include <incontro/match_settings.h>

#include <CLI/CLI.hpp>

#include "cli/home.h"
#include "cli/match_all.h"
#include "cli/print_match.h"
#include "cli/query_options.h"
#include "cli/texts_it.h"
#include "cli/validators.h"

namespace incontro::cli {
namespace {

constexpr std::uint64_t most_salary = 10'000'000, most_threads = 256;
constexpr std::uint64_t most_offset = 100'000;  // as the engine's

struct Options {
  std::string vacancy, cv, language = "it";
  bool all = false;
  std::vector<std::string> must, prefer, ignore, weights, where;
  std::size_t threads = 1;
  std::filesystem::path home;
  MatchRequest request;
};

std::string refusal(MatchSettings::Fault fault, const std::string& name, const std::string& text) {
  switch (fault) {
    case MatchSettings::Fault::none:
      return {};
    case MatchSettings::Fault::unknown:
      return fmt::format(texts::unknown_criterion, name, criterion_names());
    case MatchSettings::Fault::never_must:
      return fmt::format(texts::never_must, name);
    case MatchSettings::Fault::twice:
      return fmt::format(texts::set_twice, name);
    case MatchSettings::Fault::bad_weight:
      return fmt::format(texts::bad_weight, text, most_weight);
  }
  return {};
}

// "" when all could be read; else what is wrong.
std::string read_settings(const Options& options, MatchSettings& settings) {
  for (const auto& [names, kind] : {std::pair{&options.must, CriterionKind::must},
                                    {&options.prefer, CriterionKind::preferred},
                                    {&options.ignore, CriterionKind::ignored}})
    for (const std::string& name : *names)
      if (const auto fault = settings.set_kind(name, kind); fault != MatchSettings::Fault::none)
        return refusal(fault, name, name);
  for (const std::string& text : options.weights) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) return fmt::format(texts::bad_weight, text, most_weight);
    const std::string name = text.substr(0, equals);
    if (const auto fault = settings.set_weight(name, text.substr(equals + 1));
        fault != MatchSettings::Fault::none)
      return refusal(fault, name, text);
  }
  return {};
}

std::string complete(Options& options) {
  const int questions = !options.vacancy.empty() + !options.cv.empty() + options.all;
  if (questions != 1) return texts::one_question;
  MatchSettings settings;
  if (std::string wrong = read_settings(options, settings); !wrong.empty()) return wrong;
  options.request.settings = settings.settings();
  const bool by_cv = !options.cv.empty();
  options.request.question = RecordCode{by_cv ? Collection::cvs : Collection::vacancies,
                                        by_cv ? options.cv : options.vacancy};
  return read_filters(options.where, by_cv ? Collection::vacancies : Collection::cvs,
                      options.request.filters);
}

int failed(const Error& error, const Options& options) {
  if (error.code == Code::not_found && !options.all) {
    const std::string& code = options.cv.empty() ? options.vacancy : options.cv;
    fmt::print(stderr, texts::failure, fmt::format(texts::no_such_record, code));
    return exit_refused;
  }
  fmt::print(stderr, texts::failure, fmt::format(texts::match_failed, error.message));
  return error.code == Code::invalid ? exit_usage : exit_unreadable;
}

int match(Options& options, const Common& common) {
  if (const std::string wrong = complete(options); !wrong.empty()) {
    fmt::print(stderr, texts::failure, wrong);
    return exit_usage;
  }
  const auto engine = open_home(options.home, Need::read, *common.clock);
  if (!engine) return exit_unreadable;
  if (options.all) {
    const Done done = match_all(*engine, options.request, options.threads, common.json);
    return done ? exit_good : failed(done.error(), options);
  }
  const auto answer = engine->match(options.request);
  if (!answer) return failed(answer.error(), options);
  const auto language =
      options.language == "en" ? ReasonLanguage::english : ReasonLanguage::italian;
  if (common.json)
    fmt::print("{}\n", to_json(*answer, language));
  else
    print_match(*answer, options.request.offset, language);
  return exit_good;
}

}  // namespace

Action declare_match(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto names = [&](const char* option, std::vector<std::string>& values, const char* text,
                         const char* type) {
    app.add_option(option, values, text)->allow_extra_args(false)->type_name(type);
  };
  app.add_option("--vacancy", options->vacancy, texts::of_vacancy)->type_name(texts::code_type);
  app.add_option("--cv", options->cv, texts::of_cv)->type_name(texts::code_type);
  app.add_flag("--all", options->all, texts::match_all);
  add_home(app, options->home);
  names("--must", options->must, texts::must, texts::criterion_type);
  names("--prefer", options->prefer, texts::prefer, texts::criterion_type);
  names("--ignore", options->ignore, texts::ignore, texts::criterion_type);
  names("--weight", options->weights, texts::weight, texts::weight_type);
  add_filters(app, "--where", options->where, texts::where);
  app.add_option("--km", options->request.radius_km, texts::match_km)
      ->check(number_between(1, Near::most_km))
      ->type_name(texts::number_type);
  app.add_flag("--past-work", options->request.past_work, texts::past_work);
  app.add_option("--salary", options->request.lowest_salary, texts::salary)
      ->check(number_between(0, most_salary))
      ->type_name(texts::number_type);
  add_page(app, options->request.limit, options->request.offset, most_offset);
  app.add_option("--lang", options->language, texts::match_language)
      ->check(one_of({"it", "en"}))
      ->type_name("");
  app.add_option("--threads", options->threads, texts::match_threads)
      ->check(number_between(1, most_threads))
      ->type_name(texts::number_type);
  return [options](const Common& common) { return match(*options, common); };
}

}  // namespace incontro::cli
