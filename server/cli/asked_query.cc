#include "cli/asked_query.h"

#include <fmt/core.h>
#include <fmt/ranges.h>
#include <incontro/distance.h>
#include <incontro/places.h>

#include <CLI/CLI.hpp>

#include "cli/query_options.h"
#include "cli/texts_it.h"
#include "cli/validators.h"

namespace incontro::cli {
namespace {

std::vector<std::string> labels_of(const std::vector<CodeIndex>& places) {
  std::vector<std::string> labels;
  for (const CodeIndex place : places)
    labels.push_back(place_label(code_table(Table::territory).row(place).code));
  return labels;
}

// "" when the comune could be found; else what is wrong, with those that could be meant.
std::string read_near(const std::string& text, std::optional<std::size_t> km,
                      std::optional<Near>& near) {
  const FoundPlaces found = Places().find(text);
  if (found.places.empty() && found.similar.empty()) return fmt::format(texts::no_place, text);
  if (found.places.empty())
    return fmt::format(texts::similar_places, text, fmt::join(labels_of(found.similar), ", "));
  if (found.places.size() > 1)
    return fmt::format(texts::several_places, text,
                       fmt::join(labels_of(found.places), texts::or_place));
  if (!position_of(found.places.front())) return fmt::format(texts::not_a_comune, text);
  near.emplace().place = code_table(Table::territory).row(found.places.front()).code;
  if (km) near->km = static_cast<unsigned>(*km);
  return {};
}

}  // namespace

std::string read_asked(const AskedQuery& asked, Query& query) {
  query.collection = asked.collection == "cvs" ? Collection::cvs : Collection::vacancies;
  query.text = fmt::format("{}", fmt::join(asked.words, " "));
  query.synonyms = asked.synonyms;
  query.sort = asked.sort == "distance" ? Sort::distance
               : asked.sort == "date"   ? Sort::date
                                        : Sort::relevance;
  query.scope = asked.state == "all"       ? Scope::all
                : asked.state == "expired" ? Scope::expired
                                           : Scope::active;
  if (std::string wrong = read_filters(asked.where, query.collection, query.filters);
      !wrong.empty())
    return wrong;
  if (!asked.near.empty()) return read_near(asked.near, asked.km, query.near);
  if (asked.km || query.sort == Sort::distance) return texts::near_missing;
  return {};
}

CLI::Option* add_asked(CLI::App& app, AskedQuery& asked) {
  const auto choice = [&](const char* name, std::string& value, const char* text,
                          std::vector<std::string> choices) {
    return app.add_option(name, value, text)->check(one_of(std::move(choices)))->type_name("");
  };
  CLI::Option* const collection =
      choice("RACCOLTA", asked.collection, texts::collection, {"vacancies", "cvs"});
  app.add_option("PAROLE", asked.words, texts::words)->type_name("");
  add_filters(app, "--where", asked.where, texts::where);
  app.add_flag("!--no-synonyms", asked.synonyms, texts::no_synonyms);
  app.add_option("--near", asked.near, texts::near)->type_name(texts::place_type);
  app.add_option("--km", asked.km, texts::km)
      ->check(number_between(1, Near::most_km))
      ->type_name(texts::number_type);
  choice("--sort", asked.sort, texts::sort, {"relevance", "date", "distance"});
  choice("--state", asked.state, texts::state, {"active", "expired", "all"});
  return collection;
}

}  // namespace incontro::cli
