#include <fmt/core.h>
#include <incontro/json.h>
#include <unistd.h>

#include <CLI/CLI.hpp>

#include "cli/asked_query.h"
#include "cli/home.h"
#include "cli/print_record.h"
#include "cli/printable.h"
#include "cli/progress.h"
#include "cli/query_options.h"
#include "cli/texts_it.h"

namespace incontro::cli {
namespace {

constexpr std::uint64_t most_offset = 1'000'000;  // as the engine's

struct Options {
  AskedQuery asked;
  std::vector<std::string> open;
  std::filesystem::path home;
  Query query;
};

std::string complete(Options& options) {
  if (std::string wrong = read_asked(options.asked, options.query); !wrong.empty()) return wrong;
  return read_filters(options.open, options.query.collection, options.query.open);
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

// Another spelling, and filters that words name.
void print_help(const SearchHelp& help) {
  if (help.correction)
    fmt::print(texts::did_you_mean, printable(help.correction->text),
               grouped(help.correction->count));
  for (const FilterOffer& offer : help.offers)
    fmt::print(texts::filter_offer, offer.label, grouped(offer.count), offer.field, offer.code);
}

// What to drop where nothing is found.
Done print_relaxations(const Engine& engine, const Query& query) {
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
  const Result<SearchHelp> help = engine->help(options.query, answer->total);
  if (!help) return failed(help.error());
  if (common.json) {
    fmt::print("{}\n", to_json(*answer, *help));
    return exit_good;
  }
  print_answer(*answer, options.query.offset);
  print_help(*help);
  if (answer->total > 0) return exit_good;
  const Done done = print_relaxations(*engine, options.query);
  return done ? exit_good : failed(done.error());
}

}  // namespace

Action declare_search(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_asked(app, options->asked)->required();
  add_home(app, options->home);
  add_filters(app, "--open", options->open, texts::open);
  app.add_flag("--facets", options->query.facets, texts::facets);
  app.add_flag("--highlight", options->query.highlight, texts::highlight);
  add_page(app, options->query.limit, options->query.offset, most_offset);
  return [options](const Common& common) { return search(*options, common); };
}

}  // namespace incontro::cli
