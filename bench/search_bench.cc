// Whole searches through the engine's door: words, ten hits with their records, exact total, all
// facets. What gets slower as this grows: every page of the portal.

#include <benchmark/benchmark.h>

#include "corpus.h"

namespace incontro {
namespace {

struct Kind {
  const char* name;
  const char* text;
  std::vector<Filter> filters;
  unsigned km = 0;  // around Milano; 0: everywhere
  Sort sort = Sort::relevance;
};

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      {"match_all", "", {}},
      {"one_word", "lavoro", {}},
      {"rare_word", "saldatore", {}},
      {"two_words", "addetto vendite", {}},
      {"excluded_word", "cuoco -pizzeria", {}},
      {"phrase", "\"punto vendita\"", {}},
      {"broad_phrase", "\"lavoro a tempo determinato\"", {}},  // a label that most records carry
      {"prefix", "magazz*", {}},
      {"filters", "", {{"territory", {"03", "08"}}, {"contract", {"A00"}}}},
      {"word_and_filters", "esperienza", {{"territory", {"03"}}, {"mode", {"FT"}}}},
      {"near_20_km", "", {}, 20},
      {"near_100_km", "", {}, 100},
      {"near_500_km", "", {}, 500},
      {"word_near_20_km", "lavoro", {}, 20},
      {"word_near_500_km", "lavoro", {}, 500},
      {"rare_word_near_100_km", "saldatore", {}, 100},
      {"nearest_100_km", "", {}, 100, Sort::distance},
      {"nearest_500_km", "", {}, 500, Sort::distance},
  };
  return all;
}

void search(benchmark::State& state, const Kind& kind, std::size_t records) {
  Engine& engine = bench_engine(records);
  Query query;
  query.text = kind.text;
  query.filters = kind.filters;
  query.facets = true;
  query.sort = kind.sort;
  if (kind.km > 0) query.near = Near{"F205", kind.km};
  std::uint64_t hits = 0;
  for (auto _ : state) {
    const auto answer = engine.search(query);
    if (!answer) return state.SkipWithError(answer.error().message.c_str());
    hits = answer->total;
  }
  if (hits == 0)
    return state.SkipWithError("nothing found: the workload no longer fits the corpus");
  state.counters["hits"] = static_cast<double>(hits);
}

const int registered = [] {
  for (const std::size_t records : {std::size_t{10'000}, std::size_t{100'000}})
    for (const Kind& kind : kinds())
      benchmark::RegisterBenchmark(
          ("search/" + std::to_string(records) + "/" + kind.name).c_str(),
          [&kind, records](benchmark::State& state) { search(state, kind, records); })
          ->Unit(benchmark::kMicrosecond);
  return 0;
}();

}  // namespace
}  // namespace incontro
