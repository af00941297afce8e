// What gets slower as this grows: every query, hit by hit. One block of generated vacancies.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <functional>

#include "corpus.h"
#include "eval/count_facets.h"
#include "eval/filter.h"
#include "eval/match.h"
#include "eval/top_k.h"

namespace incontro {
namespace {

// The terms of the block, the most frequent first.
std::vector<std::size_t> terms_by_frequency(const Postings& postings) {
  std::vector<std::size_t> order(postings.terms());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, std::greater<>(),
                           [&](std::size_t i) { return postings.list(i).offsets.size(); });
  return order;
}

Plan plan_of(const Block& block, std::initializer_list<std::size_t> ranks) {
  Plan plan{.collection = Collection::vacancies,
            .terms = {},
            .sets = {},
            .excluded_terms = {},
            .excluded_sets = {},
            .filters = {},
            .scope = Scope::active,
            .today = day_of(bench_day),
            .validity_days = default_validity_days};
  const auto order = terms_by_frequency(block.postings);
  for (const std::size_t rank : ranks)
    plan.terms.push_back({std::string(block.postings.term(order[rank])), 4'096});
  return plan;
}

void run(benchmark::State& state, std::initializer_list<std::size_t> ranks, bool facets) {
  const auto block = bench_block(static_cast<std::size_t>(state.range(0)));
  const BlockView view = view_of(block);
  const Plan plan = plan_of(*block, ranks);
  Matches matches;
  Filtered filtered;
  std::size_t hits = 0;
  for (auto _ : state) {
    TopK best(10, Sort::relevance);
    match_block(view, plan, matches);
    filter_block(*block, plan, matches, filtered);
    best.offer(*block, filtered.passed);
    if (facets) {
      FacetCounts counts(Collection::vacancies);
      counts.add(*block, plan, filtered);
      benchmark::DoNotOptimize(std::move(counts).finish());
    }
    hits = filtered.passed.offsets.size();
    benchmark::DoNotOptimize(std::move(best).best_first());
  }
  state.counters["hits"] = static_cast<double>(hits);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(hits));
}

void match_all(benchmark::State& state) { run(state, {}, false); }
void match_all_with_facets(benchmark::State& state) { run(state, {}, true); }
void common_word(benchmark::State& state) { run(state, {20}, false); }
void common_word_with_facets(benchmark::State& state) { run(state, {20}, true); }
void two_words(benchmark::State& state) { run(state, {20, 60}, false); }
void rare_word_with_facets(benchmark::State& state) { run(state, {2'000}, true); }

BENCHMARK(match_all)->Arg(10'000)->Arg(65'536)->Unit(benchmark::kMicrosecond);
BENCHMARK(match_all_with_facets)->Arg(10'000)->Arg(65'536)->Unit(benchmark::kMicrosecond);
BENCHMARK(common_word)->Arg(65'536)->Unit(benchmark::kMicrosecond);
BENCHMARK(common_word_with_facets)->Arg(65'536)->Unit(benchmark::kMicrosecond);
BENCHMARK(two_words)->Arg(65'536)->Unit(benchmark::kMicrosecond);
BENCHMARK(rare_word_with_facets)->Arg(65'536)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace incontro
