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
  std::vector<std::size_t> order(postings.terms.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, std::greater<>(),
                           [&](std::size_t i) { return postings.list(i).documents.count; });
  return order;
}

Plan plan_of(const Block& block, std::initializer_list<std::size_t> ranks) {
  Plan plan{.collection = Collection::vacancies,
            .required = {},
            .excluded = {},
            .filters = {},
            .opened = std::vector<std::uint8_t>(fields_of(Collection::vacancies).size(), 0),
            .scope = Scope::active,
            .today = day_of(bench_day),
            .validity_days = default_validity_days};
  const auto order = terms_by_frequency(block.postings);
  for (const std::size_t rank : ranks) {
    const std::string_view term = block.postings.terms[order[rank]];
    plan.required.terms.push_back({std::string(term), Vocabulary::hash(term), 4'096});
  }
  return plan;
}

void run(benchmark::State& state, std::initializer_list<std::size_t> ranks, bool facets) {
  const BlockView view = bench_block(static_cast<std::size_t>(state.range(0)));
  const Block& block = *view.block;
  const Plan plan = plan_of(block, ranks);
  Matcher matcher(plan);
  Filtering filtering(plan);
  Hits hits;
  for (auto _ : state) {
    TopK best(10, plan, Sort::relevance);
    const auto day = view.days->on(view, plan.today, plan.validity_days);
    matcher.match(view, *day, hits);
    filtering.filter(block, *day, hits);
    best.offer(block, hits, matcher.terms());
    if (facets) {
      FacetCounts counts(plan);
      counts.add(block, *day, hits, filtering);
      benchmark::DoNotOptimize(std::move(counts).finish());
    }
    benchmark::DoNotOptimize(std::move(best).best_first());
  }
  state.counters["hits"] = hits.count;
  state.SetItemsProcessed(state.iterations() * std::int64_t{hits.count});
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
