#include "harness/home.h"

#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "corpus.h"
#include "harness/give_up.h"

namespace incontro::bench {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t batch = 1'000;
constexpr std::size_t progress = 50'000;

std::filesystem::path note_of(const std::filesystem::path& home) { return home.string() + ".load"; }

Record generated(Collection collection, std::size_t n) {
  if (collection == Collection::cvs) return bench_generator().cv(n);
  return bench_generator().vacancy(n);
}

void load(Engine& engine, Collection collection, std::size_t first, std::size_t records) {
  Sequence last = 0;
  std::vector<Record> made;
  for (std::size_t n = first; n < records; ++n) {
    made.push_back(generated(collection, n));
    if (made.size() < batch && n + 1 < records) continue;
    for (const auto& applied : engine.store().apply(made)) {
      if (!applied) give_up("the store refuses a record: {}", applied.error().message);
      last = applied->sequence;
    }
    made.clear();
    if ((n + 1) % progress == 0) fmt::print(stderr, "load: {} of {} stored\n", n + 1, records);
  }
  if (const Done done = engine.wait_for(last, std::chrono::hours(10)); !done)
    give_up("the index does not follow: {}", done.error().message);
}

// A home that an earlier generator made would be measured, and compared, as another.
void check_record(const Store& store, const std::filesystem::path& home, Collection collection,
                  std::size_t n) {
  const auto stored = store.document(collection, static_cast<DocumentNumber>(n));
  if (!stored) give_up("{}: {}", home.string(), stored.error().message);
  if (stored->record != generated(collection, n))
    give_up("{} holds other records than are generated now: remove it", home.string());
}

void complete(const std::filesystem::path& home, std::size_t records, Collection collection) {
  const auto start = Steady::now();
  std::size_t held = 0;
  {
    const std::unique_ptr<Engine> engine = open_home(home);
    const Collection other =
        collection == Collection::cvs ? Collection::vacancies : Collection::cvs;
    held = engine->store().documents(collection);
    if (held > records || engine->store().documents(other) > 0)
      give_up("{} is not a home with {} such records: it holds others", home.string(), records);
    if (held > 0) {
      check_record(engine->store(), home, collection, 0);
      check_record(engine->store(), home, collection, held - 1);
    }
    if (held < records) load(*engine, collection, held, records);
  }
  if (held > 0) return;
  const double seconds = std::chrono::duration<double>(Steady::now() - start).count();
  std::ofstream(note_of(home)) << seconds << '\n';
  fmt::print(stderr, "load: {} records in {:.1f} s\n", records, seconds);
}

}  // namespace

void make_home(const std::filesystem::path& home, std::size_t records, Collection collection) {
  std::filesystem::create_directories(home.parent_path());
  const pid_t child = fork();
  if (child == 0) {
    complete(home, records, collection);
    std::fflush(nullptr);
    std::_Exit(0);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
    give_up("{} could not be made", home.string());
}

std::unique_ptr<Engine> open_home(const std::filesystem::path& home, Access access) {
  static const FixedClock clock(bench_day);
  auto opened = Engine::open({home, access, &clock});
  if (!opened) give_up("{} cannot be opened: {}", home.string(), opened.error().message);
  return std::move(*opened);
}

std::optional<double> load_seconds(const std::filesystem::path& home) {
  double seconds = 0;
  if (std::ifstream(note_of(home)) >> seconds) return seconds;
  return std::nullopt;
}

std::uint64_t bytes_on_disk(const std::filesystem::path& directory) {
  std::uint64_t bytes = 0;
  if (!std::filesystem::exists(directory)) return 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

}  // namespace incontro::bench
