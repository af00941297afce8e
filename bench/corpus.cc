#include "corpus.h"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <span>

#include "blocks/block_builder.h"
#include "blocks/word_builder.h"

namespace incontro {
namespace {

[[noreturn]] void give_up(const Error& error) {
  std::fprintf(stderr, "the benchmark's corpus cannot be made: %s\n", error.message.c_str());
  std::exit(1);
}

std::filesystem::path home_of(std::size_t vacancies) {
  const char* place = std::getenv("INCONTRO_BENCH_DIR");
  const std::filesystem::path base =
      place ? place : std::filesystem::temp_directory_path() / "incontro-bench";
  return base / std::to_string(vacancies);
}

void load(Engine& engine, std::size_t vacancies) {
  constexpr std::size_t batch = 1'000;
  Sequence last = 0;
  std::vector<Record> records;
  for (std::size_t n = 0; n < vacancies; ++n) {
    records.emplace_back(bench_generator().vacancy(n));
    if (n % 2 == 0) records.emplace_back(bench_generator().cv(n / 2));
    if (records.size() < batch && n + 1 < vacancies) continue;
    for (const auto& applied : engine.store().apply(records)) {
      if (!applied) give_up(applied.error());
      last = applied->sequence;
    }
    records.clear();
  }
  if (const Done done = engine.wait_for(last, std::chrono::hours(2)); !done) give_up(done.error());
}

}  // namespace

const Generator& bench_generator() {
  static const Generator generator(bench_seed, bench_day);
  return generator;
}

const BlockView& bench_block(std::size_t count) {
  static std::map<std::size_t, BlockView> blocks;
  BlockView& view = blocks[count];
  if (!view.block) {
    const Analyzer analyzer;
    std::vector<Document> documents;
    for (std::size_t n = 0; n < count; ++n)
      documents.push_back(
          make_document(analyzer, bench_generator().vacancy(n), static_cast<DocumentNumber>(n)));
    view = view_of(std::make_shared<const Block>(build_block(Collection::vacancies, documents)),
                   std::make_shared<const WordIndex>(build_words(documents)));
  }
  return view;
}

Engine& bench_engine(std::size_t vacancies) {
  static const FixedClock clock(bench_day);
  // Never destroyed: RocksDB's own statics are gone before ours at exit.
  static auto& engines = *new std::map<std::size_t, std::unique_ptr<Engine>>;
  auto& engine = engines[vacancies];
  const auto open = [&] {
    auto opened = Engine::open({home_of(vacancies), Access::create, &clock});
    if (!opened) give_up(opened.error());
    return std::move(*opened);
  };
  if (!engine) {
    engine = open();
    if (engine->store().documents(Collection::vacancies) < vacancies) {
      load(*engine, vacancies);
      engine.reset();  // saves the blocks for the next run
      engine = open();
    }
  }
  return *engine;
}

}  // namespace incontro
