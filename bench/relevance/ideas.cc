#include "relevance/ideas.h"

namespace incontro::bench {
namespace {

using Kind = TermKind;

RankingFormula with(RankingFormula formula, Kind kind, double weight) {
  formula.levels.push_back({kind, weight});
  return formula;
}

RankingFormula without(RankingFormula formula, Kind kind) {
  std::erase_if(formula.levels, [kind](const auto& level) { return level.kind == kind; });
  return formula;
}

template <class Change>
RankingFormula changed(RankingFormula formula, const Change& change) {
  change(formula);
  return formula;
}

RankingFormula plain_stems() { return {.levels = {{Kind::stem, 1}}}; }

}  // namespace

std::vector<Idea> title_ideas() {
  const RankingFormula ours = title_formula();
  RankingFormula stems = ours;
  stems.levels = {{Kind::stem, 1}};
  stems.coverage = Kind::stem;
  RankingFormula no_family = ours;
  no_family.levels = {{Kind::inflection, 1}};
  no_family.coverage = Kind::inflection;
  RankingFormula no_inflection = ours;
  no_inflection.levels = {{Kind::family, 1}};
  return {
      {"plain BM25 over the analyzer's terms", plain_stems()},
      {"the analyzer's terms instead of both title forms", stems},
      {"without derivation", no_family},
      {"without gender and number", no_inflection},
      {"without counting how much of the label is asked for",
       changed(ours, [](auto& f) { f.coverage.reset(); })},
      {"without weighting head words", changed(ours, [](auto& f) { f.decay = 0; })},
      {"and words as they are written", with(ours, Kind::word, 0.2)},
      {"and the analyzer's terms", with(ours, Kind::stem, 0.2)},
      {"and pairs of neighbours (proximity)", with(ours, Kind::pair, 0.2)},
      {"and character 4-grams", with(ours, Kind::gram, 0.1)},
      {"the formula for prose", prose_formula()},
  };
}

std::vector<Idea> prose_ideas() {
  const RankingFormula ours = prose_formula();
  return {
      {"plain BM25 over the analyzer's terms, the title once",
       changed(plain_stems(), [](auto& f) { f.title_weight = 1; })},
      {"plain BM25 over the analyzer's terms", plain_stems()},
      {"the title once", changed(ours, [](auto& f) { f.title_weight = 1; })},
      {"without words as they are written", without(ours, Kind::word)},
      {"without pairs of neighbours (proximity)", without(ours, Kind::pair)},
      {"without character 4-grams", without(ours, Kind::gram)},
      {"with k1 = 1.2", changed(ours, [](auto& f) { f.k1 = bm25_k1; })},
      {"and head words weighted", changed(ours, [](auto& f) { f.decay = 0.05; })},
      {"the formula for titles", title_formula()},
  };
}

std::vector<RankingFormula> title_settings() {
  std::vector<RankingFormula> settings;
  for (const bool stems : {false, true})
    for (const bool coverage : {true, false})
      for (const double inflection : {0.2, 0.3, 0.4, 0.5, 0.6})
        for (const double decay : {0.0, 0.05, 0.1, 0.15, 0.2}) {
          RankingFormula formula = title_formula();
          formula.levels = {{stems ? Kind::stem : Kind::inflection, inflection},
                            {Kind::family, 1 - inflection}};
          formula.decay = decay;
          if (!coverage) formula.coverage.reset();
          settings.push_back(formula);
        }
  return settings;
}

std::vector<RankingFormula> prose_settings() {
  std::vector<RankingFormula> settings;
  for (const double pair : {0.1, 0.3, 0.5})
    for (const double gram : {0.05, 0.1})
      for (const double k1 : {1.2, 1.5})
        settings.push_back(changed({.levels = {{Kind::stem, 1},
                                               {Kind::word, 0.3},
                                               {Kind::pair, pair},
                                               {Kind::gram, gram}}},
                                   [k1](auto& f) { f.k1 = k1; }));
  return settings;
}

std::vector<Baseline> baselines_of(std::string_view collection) {
  // MELO: Retyk et al., "MELO: An Evaluation Benchmark for Multilingual Entity Linking of
  // Occupations", 2024, on all its queries, half of which are here. Plain BM25: reference figures
  // that came with the collections.
  if (collection == "melo_ita_it")
    return {{"BM25 over Snowball's stems", 0.4741, 181},
            {"BM25 over Snowball's stems, all queries", 0.4871, 362},
            {"best lexical one published", 0.4800, 362},
            {"best one published, a model of 7 billion parameters", 0.5384, 362}};
  if (collection == "squad_it") return {{"BM25 over Snowball's stems", 0.838, 3804}};
  return {{"BM25 over Snowball's stems", 0.304, 225}};
}

}  // namespace incontro::bench
