// What gets slower as this grows: verifying and importing archives, file by file.

#include <benchmark/benchmark.h>
#include <incontro/check.h>
#include <incontro/export.h>

#include "corpus.h"

namespace incontro {
namespace {

std::vector<std::string> bench_files() {
  std::vector<std::string> files;
  for (std::uint64_t n = 0; n < 100; ++n) {
    files.push_back(to_xml(bench_generator().vacancy(n)));
    files.push_back(to_xml(bench_generator().cv(n)));
  }
  return files;
}

void check_files(benchmark::State& state) {
  const std::vector<std::string> files = bench_files();
  std::size_t bytes = 0;
  for (const std::string& file : files) {
    if (!check_file(file).accepted()) return state.SkipWithError("a generated file is refused");
    bytes += file.size();
  }
  for (auto _ : state)
    for (const std::string& file : files) benchmark::DoNotOptimize(check_file(file));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(files.size()));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}
BENCHMARK(check_files)->Unit(benchmark::kMillisecond);

void generate_records(benchmark::State& state) {
  std::uint64_t n = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(bench_generator().vacancy(n));
    benchmark::DoNotOptimize(bench_generator().cv(n));
    ++n;
  }
  state.SetItemsProcessed(2 * state.iterations());
}
BENCHMARK(generate_records)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace incontro
