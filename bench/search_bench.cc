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
  };
  return all;
}

void search(benchmark::State& state, const Kind& kind, std::size_t records) {
  Engine& engine = bench_engine(records);
  Query query;
  query.text = kind.text;
  query.filters = kind.filters;
  query.facets = true;
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
