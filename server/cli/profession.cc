#include <fmt/core.h>
#include <fmt/ranges.h>
#include <incontro/json.h>
#include <incontro/professions.h>

#include <CLI/CLI.hpp>

#include "cli/texts_it.h"
#include "cli/validators.h"
#include "cli/verb.h"

namespace incontro::cli {
namespace {

constexpr std::uint64_t most_codes = 100;

struct Options {
  std::vector<std::string> words;
  std::size_t limit = 10;
};

int profession(const Options& options, const Common& common) {
  const auto hits =
      profession_linker().rank(fmt::format("{}", fmt::join(options.words, " ")), options.limit);
  if (common.json) {
    fmt::print("{}\n", to_json(hits));
    return exit_good;
  }
  if (hits.empty()) fmt::print(texts::no_profession);
  const CodeTable& table = code_table(Table::profession);
  for (const ProfessionHit& hit : hits)
    fmt::print(texts::profession_line, hit.score, table.row(hit.row).code, table.row(hit.row).label,
               hit.title);
  return exit_good;
}

}  // namespace

Action declare_profession(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("PAROLE", options->words, texts::profession_words)->required()->type_name("");
  app.add_option("--limit", options->limit, texts::profession_limit)
      ->check(number_between(0, most_codes))
      ->type_name(texts::number_type);
  return [options](const Common& common) { return profession(*options, common); };
}

}  // namespace incontro::cli
