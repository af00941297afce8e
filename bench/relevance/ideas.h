#pragma once

#include <incontro/ranker.h>

#include <string>
#include <string_view>
#include <vector>

namespace incontro::bench {

// One departure from a formula: what it shows is what the idea gives.
struct Idea {
  std::string name;
  RankingFormula formula;
};
std::vector<Idea> title_ideas();
std::vector<Idea> prose_ideas();

// The settings among which the parameters of each were chosen, for cross-validation.
std::vector<RankingFormula> title_settings();
std::vector<RankingFormula> prose_settings();

// A figure to be compared with: published, or of a plain BM25 that is not ours.
struct Baseline {
  std::string_view name;
  double figure;        // of the collection's measure
  std::size_t queries;  // that it is a mean over
};
std::vector<Baseline> baselines_of(std::string_view collection);

}  // namespace incontro::bench
