// What gets slower as this grows: every query, hit by hit. One block of generated vacancies, asked
// as a whole.

#include <benchmark/benchmark.h>

#include "bandwidth.h"
#include "block_plan.h"
#include "eval/count_facets.h"
#include "eval/filter.h"
#include "eval/match.h"
#include "eval/top_k.h"

namespace incontro {
namespace {

// Document by document, for the check.
std::uint32_t count_matches(const Block& block, const LiveDay& day,
                            std::span<const std::size_t> terms) {
  std::vector<std::size_t> found(block.size, 0);
  for (const std::size_t term : terms)
    block.postings.list(term).documents.for_each([&](std::uint16_t offset) { ++found[offset]; });
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < found.size(); ++i)
    count += found[i] == terms.size() && day.live.test(i);
  return count;
}

// Words are given by their rank in frequency.
void run(benchmark::State& state, std::initializer_list<std::size_t> ranks, bool facets) {
  const BlockView view = bench_block(static_cast<std::size_t>(state.range(0)));
  const Block& block = *view.block;
  const std::vector<std::size_t> by_frequency = terms_by_frequency(block.postings);
  std::vector<std::size_t> terms;
  for (const std::size_t rank : ranks) terms.push_back(by_frequency[rank]);
  const Plan plan = plan_of(block, terms);
  const auto today = view.days->on(view, plan.today, plan.validity_days);
  Matcher matcher(plan);
  Filtering filtering(plan);
  Hits hits;
  matcher.match(view, *today, hits);
  if (hits.count == 0 || hits.count != count_matches(block, *today, terms))
    return state.SkipWithError("wrong hits");
  for (auto _ : state) {
    ExactForms forms(plan);
    TopK best(10, plan, Sort::relevance);
    const auto day = view.days->on(view, plan.today, plan.validity_days);
    matcher.match(view, *day, hits);
    filtering.filter(block, *day, hits);
    forms.begin_block(view);
    best.offer(block, hits, matcher.terms(), forms);
    if (facets) {
      FacetCounts counts(plan);
      if (matcher.all_live())
        counts.add_all(block, *day);
      else
        counts.add(block, *day, hits, filtering);
      benchmark::DoNotOptimize(std::move(counts).finish());
    }
    benchmark::DoNotOptimize(std::move(best).best_first(0));
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
