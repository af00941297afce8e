#include <fmt/core.h>
#include <fmt/ranges.h>
#include <incontro/json.h>

#include <CLI/CLI.hpp>

#include "cli/home.h"
#include "cli/printable.h"
#include "cli/progress.h"
#include "cli/texts_it.h"
#include "cli/validators.h"

namespace incontro::cli {
namespace {

struct Options {
  std::string collection, box = "what";
  std::vector<std::string> words;
  std::filesystem::path home;
  std::size_t limit = 10;
};

const char* name_of(SuggestionKind kind) {
  switch (kind) {
    case SuggestionKind::profession:
      return texts::kind_profession;
    case SuggestionKind::skill:
      return texts::kind_skill;
    case SuggestionKind::employer:
      return texts::kind_employer;
    case SuggestionKind::phrase:
      return texts::kind_phrase;
    case SuggestionKind::region:
      return texts::kind_region;
    case SuggestionKind::province:
      return texts::kind_province;
    case SuggestionKind::comune:
      return texts::kind_comune;
    case SuggestionKind::state:
      return texts::kind_state;
  }
  return "";
}

int suggest(const Options& options, const Common& common) {
  const auto engine = open_home(options.home, Need::read, *common.clock);
  if (!engine) return exit_unreadable;
  SuggestRequest request;
  request.box = options.box == "where" ? SuggestionBox::where : SuggestionBox::what;
  request.collection = options.collection == "cvs" ? Collection::cvs : Collection::vacancies;
  request.text = fmt::format("{}", fmt::join(options.words, " "));
  request.limit = options.limit;
  const auto suggestions = engine->suggest(request);
  if (!suggestions) {
    fmt::print(stderr, texts::failure,
               fmt::format(texts::suggest_failed, suggestions.error().message));
    return suggestions.error().code == Code::invalid ? exit_usage : exit_unreadable;
  }
  if (common.json) {
    fmt::print("{}\n", to_json(std::span<const Suggestion>(*suggestions)));
    return exit_good;
  }
  if (suggestions->empty()) fmt::print(texts::suggested_none);
  for (const Suggestion& suggestion : *suggestions)
    fmt::print(texts::suggestion, grouped(suggestion.count), name_of(suggestion.kind),
               printable(suggestion.text), suggestion.code);
  return exit_good;
}

}  // namespace

Action declare_suggest(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("RACCOLTA", options->collection, texts::collection)
      ->check(one_of({"vacancies", "cvs"}))
      ->type_name("")
      ->required();
  app.add_option("TESTO", options->words, texts::typed)->type_name("")->required();
  add_home(app, options->home);
  app.add_option("--box", options->box, texts::box)
      ->check(one_of({"what", "where"}))
      ->type_name("");
  app.add_option("--limit", options->limit, texts::suggest_limit)
      ->check(number_between(1, 20))
      ->type_name(texts::number_type);
  return [options](const Common& common) { return suggest(*options, common); };
}

}  // namespace incontro::cli
