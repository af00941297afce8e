// What gets slower as this grows: a page of results, hit by hit; worst where descriptions are long.

#include <benchmark/benchmark.h>
#include <incontro/highlight.h>
#include <incontro/privacy.h>

#include <algorithm>
#include <ctime>

#include "corpus.h"
#include "highlight/targets.h"

namespace incontro {
namespace {

// Three words of the record, a phrase and a prefix.
std::vector<Target> targets_for(const Analyzer& analyzer, std::string_view text) {
  std::string query;
  const std::vector<Token> tokens = analyzer.analyze(text.substr(0, 4'000));
  for (std::size_t i = 0; i < 3 && !tokens.empty(); ++i)
    query += tokens[(i + 1) * tokens.size() / 4].word + " ";
  query += "\"tempo indeterminato\" respons*";
  const Clauses required = parse_query(analyzer, query).required;
  PlannedClauses planned{{}, required.phrases, required.prefixes};
  for (const std::string& term : required.terms) planned.terms.push_back({term, 0, false, 1});
  return targets_of(planned);
}

const std::string& description_of(const Record& record) {
  const auto* const vacancy = std::get_if<Vacancy>(&record);
  return vacancy ? vacancy->description : std::get<Cv>(record).wanted.front().description;
}

// Of this thread: what other programs take from the processor does not count.
double processor_microseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

// The highlights of each record, for a query of its own; a page makes one highlighter for all.
void measure(benchmark::State& state, const std::vector<Record>& records) {
  const Analyzer analyzer;
  std::vector<std::vector<Target>> targets;
  for (const Record& record : records)
    targets.push_back(targets_for(analyzer, description_of(record)));
  std::vector<double> took;
  for (auto _ : state)
    for (std::size_t i = 0; i < records.size(); ++i) {
      const double begin = processor_microseconds();
      const Highlights highlights = Highlighter(analyzer, targets[i]).of(records[i]);
      benchmark::DoNotOptimize(highlights.passage.text.data());
      took.push_back(processor_microseconds() - begin);
    }
  std::ranges::sort(took);
  state.counters["p50_us"] = took[took.size() / 2];
  state.counters["p99_us"] = took[took.size() * 99 / 100];
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(records.size()));
}

void generated_records(benchmark::State& state) {
  std::vector<Record> records;
  for (std::uint64_t n = 0; n < 250; ++n) {
    records.push_back(public_view(bench_generator().vacancy(n)));
    records.push_back(public_view(bench_generator().cv(n)));
  }
  measure(state, records);
}
BENCHMARK(generated_records)->Unit(benchmark::kMillisecond);

// Descriptions of so many bytes, made of generated ones.
void long_descriptions(benchmark::State& state) {
  const auto bytes = static_cast<std::size_t>(state.range(0));
  std::vector<Record> records;
  for (std::uint64_t n = 0; n < 50; ++n) {
    Vacancy vacancy = bench_generator().vacancy(n);
    for (std::uint64_t more = n; vacancy.description.size() < bytes; ++more)
      vacancy.description += "\n" + bench_generator().vacancy(more).description;
    vacancy.description.resize(bytes);
    records.push_back(public_view(vacancy));
  }
  measure(state, records);
}
BENCHMARK(long_descriptions)->Unit(benchmark::kMillisecond)->Arg(4'096)->Arg(10'240)->Arg(65'536);

// Every character takes the slow way: beyond ASCII, words found by ICU.
void foreign_scripts(benchmark::State& state, const char* sentence) {
  Vacancy vacancy = bench_generator().vacancy(0);
  vacancy.description.clear();
  while (vacancy.description.size() < 65'536) vacancy.description += sentence;
  measure(state, {Record(vacancy)});
}
BENCHMARK_CAPTURE(foreign_scripts, cyrillic, "Водитель грузовика со стажем. ")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(foreign_scripts, chinese, "招聘有经验的厨师和服务员。 ")
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace incontro
