#include <gtest/gtest.h>
#include <incontro/store.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <thread>

#include "support/records.h"
#include "support/rerun.h"
#include "support/seed.h"
#include "support/temp_dir.h"

namespace incontro {
namespace {

constexpr int in_a_span = 5;

// The communications of the child, numbered from 0: each fourth replaces, each sixth closes, the
// one before the last of its own five (so that some predecessors are of the same batch).
Record communication(int number) {
  const auto finish = [&](auto record) -> Record {
    record.system.predecessor.clear();
    if (number % 4 == 3 || number % 6 == 5) record.system.predecessor = code25(number - 2);
    if (number % 6 == 5) record.system.kind = Kind::close;
    return record;
  };
  if (number / 40 % 2 == 0) return finish(small_vacancy(number, day(2012, 12, 5)));
  return finish(small_cv(number, day(2012, 12, 5)));
}

struct Acknowledgement {
  int number;
  bool applied;
  Sequence sequence;
};

// Applies from `first` on, alone and in spans by turns, and acknowledges each once it is applied.
[[noreturn]] void child(const std::filesystem::path& directory, int first, int pipe) {
  const auto store = Store::open(directory, Access::create);
  if (!store) _exit(3);
  for (int number = first;; number += in_a_span) {
    std::vector<Record> span;
    for (int i = 0; i < in_a_span; ++i) span.push_back(communication(number + i));
    std::vector<Result<Applied>> results;
    if (number / in_a_span % 2 == 0)
      results = (*store)->apply(span);
    else
      for (const Record& record : span) results.push_back((*store)->apply(record));
    for (int i = 0; i < in_a_span; ++i) {
      const auto& result = results[static_cast<std::size_t>(i)];
      if (!result && result.error().code == Code::io) _exit(4);
      const Acknowledgement said{number + i, result.has_value(), result ? result->sequence : 0};
      if (write(pipe, &said, sizeof said) != sizeof said) _exit(5);
    }
  }
}

// Killed `delay` after the `after`-th acknowledgement (0: after its start), so that the moment
// falls into its work however slow the machine is.
std::vector<Acknowledgement> run_and_kill(const std::filesystem::path& directory, int first,
                                          std::size_t after, std::chrono::microseconds delay) {
  int ends[2];
  EXPECT_EQ(pipe(ends), 0);
  const pid_t pid =
      rerun("StoreCrash.DISABLED_Child", {"INCONTRO_TEST_STORE=" + directory.string(),
                                          "INCONTRO_TEST_FIRST=" + std::to_string(first),
                                          "INCONTRO_TEST_PIPE=" + std::to_string(ends[1])});
  close(ends[1]);
  std::vector<Acknowledgement> acknowledged;
  std::thread killer;
  const auto kill_soon = [&] {
    killer = std::thread([pid, delay] {
      std::this_thread::sleep_for(delay);
      kill(pid, SIGKILL);
    });
  };
  if (after == 0) kill_soon();
  for (Acknowledgement said{}; read(ends[0], &said, sizeof said) == sizeof said;) {
    acknowledged.push_back(said);
    if (acknowledged.size() == after) kill_soon();
  }
  if (killer.joinable()) killer.join();
  int status = 0;
  waitpid(pid, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself: " << WEXITSTATUS(status);
  close(ends[0]);
  return acknowledged;
}

TEST(StoreCrash, DISABLED_Child) {
  const char* directory = std::getenv("INCONTRO_TEST_STORE");
  ASSERT_NE(directory, nullptr) << "only NothingAcknowledgedIsLost... runs this";
  child(directory, std::atoi(std::getenv("INCONTRO_TEST_FIRST")),
        std::atoi(std::getenv("INCONTRO_TEST_PIPE")));
}

// Everything the store says about itself agrees.
void expect_consistent(const Store& store) {
  const auto changes = store.changes(0, store.last() + 1);
  ASSERT_TRUE(changes) << changes.error().message;
  ASSERT_EQ(changes->size(), store.last());
  DocumentNumber next[2] = {};
  Sequence sequence = 0;
  for (const Change& change : *changes) {
    ASSERT_EQ(change.sequence, ++sequence);
    if (change.added) {
      ASSERT_EQ(*change.added, next[static_cast<std::size_t>(change.collection)]++);
      const auto added = store.document(change.collection, *change.added);
      ASSERT_TRUE(added) << added.error().message;
      ASSERT_EQ(added->state.sequence, change.sequence);
    }
    if (!change.withdrawn) continue;
    const auto gone = store.document(change.collection, *change.withdrawn);
    ASSERT_TRUE(gone) << gone.error().message;
    ASSERT_EQ(gone->state.status, change.added ? Status::superseded : Status::closed);
    const auto by = store.record({change.collection, gone->state.successor});
    ASSERT_TRUE(by) << by.error().message;
    ASSERT_EQ(by->state.sequence, change.sequence);
    ASSERT_EQ(system_of(by->record).predecessor, code_of(gone->record).value);
  }
  for (const Collection c : collections)
    ASSERT_EQ(store.documents(c), next[static_cast<std::size_t>(c)]);
}

TEST(StoreCrash, NothingAcknowledgedIsLostAndNothingIsHalfDone) {
  std::mt19937_64 random(test_seed(9));
  const char* given = std::getenv("INCONTRO_CRASH_ROUNDS");
  const int rounds = given ? std::atoi(given) : 30;
  const TempDir directory;
  int first = 0, killed_before_any = 0;
  std::size_t total = 0;
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("round " + std::to_string(round));
    const std::size_t after = below(random, 4) == 0 ? 0 : 1 + below(random, 60);
    const auto delay = std::chrono::microseconds(below(random, 40'000));
    const auto acknowledged = run_and_kill(directory / "store", first, after, delay);
    const auto store = Store::open(directory / "store", Access::create);
    ASSERT_TRUE(store) << store.error().message;
    for (const Acknowledgement& said : acknowledged) {
      const Record expected = communication(said.number);
      const auto found = (*store)->record(code_of(expected));
      if (!said.applied) continue;
      ASSERT_TRUE(found) << found.error().message;
      ASSERT_TRUE(found->record == expected);
      ASSERT_EQ(found->state.sequence, said.sequence);
    }
    expect_consistent(**store);
    if (::testing::Test::HasFatalFailure()) return;
    killed_before_any += acknowledged.empty();
    total += acknowledged.size();
    // The next child repeats the last communications: those that were taken in are unchanged.
    if (!acknowledged.empty()) first = acknowledged.back().number / in_a_span * in_a_span;
  }
  std::cout << total << " acknowledged in " << rounds << " rounds, " << killed_before_any
            << " rounds killed before any\n";
  EXPECT_GT(total, static_cast<std::size_t>(rounds));
}

}  // namespace
}  // namespace incontro
