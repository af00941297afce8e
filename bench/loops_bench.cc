// What gets slower as this grows: every query, byte by byte. The loops that run over all of a full
// block of generated vacancies, one by one, against the bandwidth of memory.

#include <benchmark/benchmark.h>

#include <cmath>
#include <numeric>

#include "bandwidth.h"
#include "block_plan.h"
#include "eval/count_facets.h"
#include "eval/word_search.h"

namespace incontro {
namespace {

constexpr std::size_t bit_set_bytes = block_capacity / 8;
constexpr std::uint32_t few_hits = 512;  // too few for facets to be counted by bits

const BlockView& full_block() { return bench_block(block_capacity); }

// For who reads the results: bytes a second.
const int bandwidth_in_context = [] {
  benchmark::AddCustomContext("memory_bandwidth", std::to_string(std::llround(memory_bandwidth())));
  return 0;
}();

void memory_read(benchmark::State& state) {
  const std::vector<std::uint64_t> numbers = more_than_caches_hold();
  if (sum(numbers) != numbers.size()) return state.SkipWithError("wrong sum");
  for (auto _ : state) benchmark::DoNotOptimize(sum(numbers));
  count_work(state, numbers.size(), numbers.size() * sizeof numbers[0]);
}
BENCHMARK(memory_read)->Unit(benchmark::kMillisecond);

// A filter or a day on a column of numbers.
void column_scan(benchmark::State& state) {
  const std::vector<Day>& column = full_block().block->published;
  const Day last = day_of(bench_day), first = static_cast<Day>(last - 7);
  BitSet found;
  found.set_where(column, first, last);
  const auto expected =
      std::ranges::count_if(column, [&](Day day) { return day >= first && day <= last; });
  if (found.count() != static_cast<std::uint32_t>(expected))
    return state.SkipWithError("wrong documents");
  for (auto _ : state) {
    found.clear();
    found.set_where(column, first, last);
    benchmark::DoNotOptimize(found);
  }
  count_work(state, column.size(), column.size() * sizeof(Day));
}
BENCHMARK(column_scan)->Unit(benchmark::kMicrosecond);

// Frequent words together with the live documents.
void intersect_bits(benchmark::State& state) {
  const BlockView& view = full_block();
  const auto& dense = view.block->postings.dense;
  const auto day = view.days->on(view, day_of(bench_day), default_validity_days);
  for (const DenseOffsets& one : dense) {
    BitSet common = day->live;
    common.intersect(one.bits);
    if (common.count() != count_common(day->live, one.bits))
      return state.SkipWithError("wrong documents");
  }
  for (auto _ : state)
    for (const DenseOffsets& one : dense) {
      BitSet common = day->live;
      common.intersect(one.bits);
      benchmark::DoNotOptimize(common);
    }
  count_work(state, dense.size() * block_capacity, dense.size() * 2 * bit_set_bytes);
}
BENCHMARK(intersect_bits)->Unit(benchmark::kMicrosecond);

void count_common_bits(benchmark::State& state) {
  const auto& dense = full_block().block->postings.dense;
  const BitSet& first = dense.front().bits;
  if (count_common(first, first) != first.count()) return state.SkipWithError("wrong count");
  for (auto _ : state)
    for (const DenseOffsets& one : dense) benchmark::DoNotOptimize(count_common(first, one.bits));
  count_work(state, dense.size() * block_capacity, dense.size() * 2 * bit_set_bytes);
}
BENCHMARK(count_common_bits)->Unit(benchmark::kMicrosecond);

// The documents of every term.
void read_postings(benchmark::State& state) {
  const Postings& postings = full_block().block->postings;
  std::size_t found = 0;
  const auto read_all = [&] {
    std::uint64_t offsets = 0;
    for (std::size_t term = 0; term < postings.terms.size(); ++term)
      postings.list(term).documents.for_each([&](std::uint16_t offset) {
        offsets += offset;
        ++found;
      });
    return offsets;
  };
  read_all();
  const std::size_t expected = postings.start.back();
  if (found != expected) return state.SkipWithError("wrong number of postings");
  for (auto _ : state) benchmark::DoNotOptimize(read_all());
  count_work(
      state, expected,
      postings.offsets.size() * sizeof(std::uint16_t) + postings.dense.size() * bit_set_bytes);
}
BENCHMARK(read_postings)->Unit(benchmark::kMillisecond);

void count_facets(benchmark::State& state, const Hits& hits, std::size_t bytes) {
  const BlockView& view = full_block();
  const Plan plan = plan_of(*view.block, {});
  const Filtering no_filters(plan);
  const auto day = view.days->on(view, plan.today, plan.validity_days);
  const std::size_t contract = *find_field(Collection::vacancies, "contract");
  const auto count = [&] {
    FacetCounts counts(plan);
    counts.add(*view.block, *day, hits, no_filters);
    return std::move(counts).finish();
  };
  const auto counted = count()[contract];
  if (std::accumulate(counted.begin(), counted.end(), 0u) != hits.count)
    return state.SkipWithError("wrong counts");
  for (auto _ : state) benchmark::DoNotOptimize(count());
  count_work(state, hits.count, bytes);
}

// Many hits: every value's documents are met with them.
void facets_of_many(benchmark::State& state) {
  const Block& block = *full_block().block;
  Hits hits;
  hits.dense = true;
  hits.bits = block.postings.list(terms_by_frequency(block.postings)[20]).dense->bits;
  hits.count = hits.bits.count();
  std::size_t bytes = 0;
  for (const ValueDocuments& shown : block.shown) {
    bytes += shown.offsets.size() * sizeof(std::uint16_t);
    bytes += shown.bits.size() * bit_set_bytes;
  }
  count_facets(state, hits, bytes);
}
BENCHMARK(facets_of_many)->Unit(benchmark::kMicrosecond);

// Few hits: their values are looked up in every field.
void facets_of_few(benchmark::State& state) {
  Hits hits;
  hits.count = few_hits;
  for (std::uint32_t i = 0; i < few_hits; ++i)
    hits.offsets.push_back(static_cast<std::uint16_t>(i * (block_capacity / few_hits)));
  const std::size_t fields = fields_of(Collection::vacancies).size();
  count_facets(state, hits, (fields + 1) * few_hits * sizeof(std::uint16_t));
}
BENCHMARK(facets_of_few)->Unit(benchmark::kMicrosecond);

// Where every word of the block stands.
void read_positions(benchmark::State& state) {
  const PositionLists& positions = full_block().words->positions;
  std::size_t found = 0;
  const auto read_all = [&] {
    std::uint64_t read = 0;
    for (std::size_t word = 0; word < positions.count.size(); ++word)
      positions.for_each(word, [&](std::uint32_t position) {
        read += position;
        ++found;
      });
    return read;
  };
  read_all();
  const std::size_t expected =
      std::accumulate(positions.count.begin(), positions.count.end(), std::size_t{0});
  if (found != expected) return state.SkipWithError("wrong number of positions");
  for (auto _ : state) benchmark::DoNotOptimize(read_all());
  count_work(state, expected, positions.bytes());
}
BENCHMARK(read_positions)->Unit(benchmark::kMillisecond);

template <class Find>
void find_words(benchmark::State& state, const Find& find) {
  WordSearch search;
  Hits hits;
  find(search, hits);
  if (hits.count == 0) return state.SkipWithError("nothing found");
  for (auto _ : state) {
    find(search, hits);
    benchmark::DoNotOptimize(hits);
  }
  state.SetItemsProcessed(state.iterations() * std::int64_t{hits.count});
}

// Hits a second: how many positions they cost is the word index's own affair.
void phrase(benchmark::State& state) {
  find_words(state, [](WordSearch& search, Hits& hits) {
    search.phrase(*full_block().words, {"punto", "vendita"}, hits);
  });
}
BENCHMARK(phrase)->Unit(benchmark::kMicrosecond);

void prefix(benchmark::State& state) {
  find_words(state, [](WordSearch& search, Hits& hits) {
    search.prefix(*full_block().words, "magazz", hits);
  });
}
BENCHMARK(prefix)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace incontro
