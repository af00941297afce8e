#include <fmt/core.h>
#include <fmt/ranges.h>
#include <incontro/distance.h>
#include <incontro/json.h>
#include <incontro/places.h>
#include <unistd.h>

#include <CLI/CLI.hpp>

#include "cli/home.h"
#include "cli/print_record.h"
#include "cli/printable.h"
#include "cli/progress.h"
#include "cli/query_options.h"
#include "cli/texts_it.h"
#include "cli/validators.h"

namespace incontro::cli {
namespace {

struct Options {
  std::string collection, near, sort = "relevance", state = "active";
  std::optional<std::size_t> km;
  std::vector<std::string> words, where, open;
  std::filesystem::path home;
  Query query;
};

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

std::string complete(Options& options) {
  Query& query = options.query;
  query.collection = options.collection == "cvs" ? Collection::cvs : Collection::vacancies;
  query.text = fmt::format("{}", fmt::join(options.words, " "));
  query.sort = options.sort == "distance" ? Sort::distance
               : options.sort == "date"   ? Sort::date
                                          : Sort::relevance;
  query.scope = options.state == "all"       ? Scope::all
                : options.state == "expired" ? Scope::expired
                                             : Scope::active;
  for (const auto& [given, filters] :
       {std::pair{&options.where, &query.filters}, std::pair{&options.open, &query.open}})
    if (std::string wrong = read_filters(*given, query.collection, *filters); !wrong.empty())
      return wrong;
  if (!options.near.empty()) return read_near(options.near, options.km, query.near);
  if (options.km || query.sort == Sort::distance) return texts::near_missing;
  return {};
}

// Marked words are bold on a terminal, and as the others elsewhere.
std::string shown(const Marked& marked) {
  static const bool terminal = isatty(STDOUT_FILENO) == 1;
  std::string text;
  for (const MarkedPiece& piece : pieces_of(marked)) {
    const bool bold = piece.marked && terminal;
    text.append(bold ? "\033[1m" : "").append(printable(piece.text)).append(bold ? "\033[22m" : "");
  }
  return text;
}

void print_answer(const Answer& answer, std::size_t offset) {
  if (answer.total == 0) fmt::print(texts::found_none);
  if (answer.total > 0)
    fmt::print(texts::found, grouped(answer.total),
               offset + std::min<std::size_t>(1, answer.hits.size()), offset + answer.hits.size(),
               decimal_it(static_cast<double>(answer.microseconds) / 1000));
  if (answer.literal < answer.total)
    fmt::print(texts::found_by_synonym, grouped(answer.total - answer.literal));
  for (const Hit& hit : answer.hits) {
    const Highlights marked =
        hit.highlights.value_or(Highlights{{title_of(hit.view.record), {}}, {}});
    fmt::print(
        texts::hit, shown(marked.title), hit.code, state_label(hit.view.state),
        format_date_it(hit.view.validity.first),
        hit.distance_km ? fmt::format(texts::hit_distance, decimal_it(*hit.distance_km)) : "");
    if (!marked.passage.text.empty()) fmt::print(texts::passage, shown(marked.passage));
  }
  for (const Facet& facet : answer.facets) {
    if (facet.values.empty()) continue;
    fmt::print(texts::facet, facet.field);
    for (const FacetValue& value : facet.values)
      fmt::print(texts::facet_value, std::string(2 * static_cast<std::size_t>(value.level), ' '),
                 value.selected ? "* " : "", value.label, value.code, grouped(value.count));
  }
}

std::string name_of(const Relaxation::Part& part) {
  if (part.field == "near") return texts::relaxed_radius;
  return part.field.empty() ? fmt::format(texts::relaxed_words, printable(part.text))
                            : fmt::format(texts::relaxed_filter, part.field);
}

// Of little or nothing found: another spelling, and what to drop.
Done print_help(const Engine& engine, const Query& query, std::uint64_t total) {
  if (total >= few_results) return ok;
  const auto correction = engine.correct(query);
  if (!correction) return correction.error();
  if (*correction)
    fmt::print(texts::did_you_mean, printable((*correction)->text), grouped((*correction)->count));
  if (total > 0) return ok;
  const auto relaxations = engine.relax(query);
  if (!relaxations) return relaxations.error();
  for (const Relaxation& relaxation : *relaxations) {
    std::string dropped = name_of(relaxation.dropped.front());
    if (relaxation.dropped.size() > 1)
      dropped = fmt::format(texts::relaxed_both, dropped, name_of(relaxation.dropped.back()));
    fmt::print(texts::relaxation, dropped, grouped(relaxation.count));
  }
  return ok;
}

int failed(const Error& error) {
  fmt::print(stderr, texts::failure, fmt::format(texts::search_failed, error.message));
  return error.code == Code::invalid ? exit_usage : exit_unreadable;
}

int search(Options& options, const Common& common) {
  if (const std::string wrong = complete(options); !wrong.empty()) {
    fmt::print(stderr, texts::failure, wrong);
    return exit_usage;
  }
  const auto engine = open_home(options.home, Need::read, *common.clock);
  if (!engine) return exit_unreadable;
  const Result<Answer> answer = engine->search(options.query);
  if (!answer) return failed(answer.error());
  if (common.json) {
    fmt::print("{}\n", to_json(*answer));
    return exit_good;
  }
  print_answer(*answer, options.query.offset);
  const Done done = print_help(*engine, options.query, answer->total);
  return done ? exit_good : failed(done.error());
}

}  // namespace

Action declare_search(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto choice = [&](const char* name, std::string& value, const char* text,
                          std::vector<std::string> choices) {
    return app.add_option(name, value, text)->check(one_of(std::move(choices)))->type_name("");
  };
  choice("RACCOLTA", options->collection, texts::collection, {"vacancies", "cvs"})->required();
  app.add_option("PAROLE", options->words, texts::words)->type_name("");
  add_home(app, options->home);
  add_filters(app, "--where", options->where, texts::where);
  add_filters(app, "--open", options->open, texts::open);
  app.add_flag("!--no-synonyms", options->query.synonyms, texts::no_synonyms);
  app.add_flag("--facets", options->query.facets, texts::facets);
  app.add_flag("--highlight", options->query.highlight, texts::highlight);
  app.add_option("--near", options->near, texts::near)->type_name(texts::place_type);
  app.add_option("--km", options->km, texts::km)
      ->check(number_between(1, Near::most_km))
      ->type_name(texts::number_type);
  choice("--sort", options->sort, texts::sort, {"relevance", "date", "distance"});
  choice("--state", options->state, texts::state, {"active", "expired", "all"});
  add_page(app, options->query.limit, options->query.offset);
  return [options](const Common& common) { return search(*options, common); };
}

}  // namespace incontro::cli
