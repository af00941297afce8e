// What gets slower as this grows: import and indexing, word by word.

#include <benchmark/benchmark.h>
#include <incontro/analyzer.h>

#include "corpus.h"

namespace incontro {
namespace {

void analyze_descriptions(benchmark::State& state) {
  const Analyzer analyzer;
  std::vector<std::string> texts;
  for (std::uint64_t n = 0; n < 500; ++n) texts.push_back(bench_generator().vacancy(n).description);
  if (analyzer.analyze("dell'azienda").size() != 2) return state.SkipWithError("wrong tokens");
  std::size_t tokens_made = 0, bytes = 0;
  std::vector<Token> tokens;
  for (auto _ : state)
    for (const std::string& text : texts) {
      tokens.clear();
      analyzer.analyze(text, 0, tokens);
      benchmark::DoNotOptimize(tokens.data());
      tokens_made += tokens.size();
      bytes += text.size();
    }
  state.SetItemsProcessed(static_cast<std::int64_t>(tokens_made));
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(analyze_descriptions)->Unit(benchmark::kMillisecond);

void make_documents(benchmark::State& state) {
  const Analyzer analyzer;
  std::vector<Record> records;
  for (std::uint64_t n = 0; n < 250; ++n) {
    records.emplace_back(bench_generator().vacancy(n));
    records.emplace_back(bench_generator().cv(n));
  }
  for (auto _ : state)
    for (const Record& record : records)
      benchmark::DoNotOptimize(make_document(analyzer, record, 0));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(records.size()));
}
BENCHMARK(make_documents)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace incontro
