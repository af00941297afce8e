// A process that publishes beside saved searches is killed at any moment: after the next opening
// each pair of a saved search and a record that fits it has been told of exactly once.

#include <gtest/gtest.h>
#include <incontro/engine.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <map>
#include <thread>

#include "support/records.h"
#include "support/rerun.h"
#include "support/seed.h"
#include "support/temp_dir.h"

namespace incontro {
namespace {

using namespace std::chrono_literals;

const Date today = day(2026, 11, 27);
constexpr int at_once = 7;

// Each third is a cook's, each fifth replaces the one before it.
Record communication(int number) {
  Vacancy vacancy = small_vacancy(number, today);
  if (number % 3 == 0) vacancy.title = "Cuoco";
  if (number % 5 == 4) vacancy.system.predecessor = code25(number - 1);
  return vacancy;
}

std::unique_ptr<Engine> open(const std::filesystem::path& home) {
  static const FixedClock clock(today);
  auto engine = Engine::open({home, Access::create, &clock});
  return engine ? std::move(*engine) : nullptr;
}

TEST(PercolateCrash, DISABLED_Child) {
  const char* home = std::getenv("INCONTRO_TEST_HOME");
  ASSERT_NE(home, nullptr) << "only EachPairIsTold... runs this";
  const auto engine = open(home);
  if (!engine) _exit(3);
  for (int number = std::atoi(std::getenv("INCONTRO_TEST_FIRST"));; number += at_once) {
    std::vector<Record> span;
    for (int i = 0; i < at_once; ++i) span.push_back(communication(number + i));
    for (const auto& applied : engine->store().apply(span))
      if (!applied) _exit(4);
  }
}

// By search and code: how often it was told.
using Told = std::map<std::pair<std::uint64_t, std::string>, int>;

Told right_pairs(DocumentNumber documents) {
  Told right;
  for (DocumentNumber n = 0; n < documents; ++n) {
    const int number = static_cast<int>(n) + 1;
    const bool update = number % 5 == 4, cook = number % 3 == 0, before = (number - 1) % 3 == 0;
    if (!update) right[{1, code25(number)}] = 1;  // all of them
    if (cook && !(update && before)) right[{2, code25(number)}] = 1;
  }
  return right;
}

TEST(PercolateCrash, EachPairIsToldOfExactlyOnceWhateverIsKilledWhen) {
  std::mt19937_64 random(test_seed(71));
  const char* given = std::getenv("INCONTRO_CRASH_ROUNDS");
  const int rounds = given ? std::atoi(given) : 8;
  const TempDir directory;
  const std::filesystem::path home = directory / "home";
  {
    const auto engine = open(home);
    ASSERT_NE(engine, nullptr);
    Query all, cooks;
    cooks.text = "cuoco";
    cooks.synonyms = false;
    ASSERT_TRUE(engine->saved_searches().add({0, "anna", "", {}, all}));
    ASSERT_TRUE(engine->saved_searches().add({0, "bruno", "", {}, cooks}));
  }
  std::size_t cut = 0;
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("round " + std::to_string(round));
    DocumentNumber stored = 0;
    {
      const auto store = Store::open(home / "store", Access::create);
      ASSERT_TRUE(store) << store.error().message;
      stored = (*store)->documents(Collection::vacancies);
    }
    const pid_t pid = rerun("PercolateCrash.DISABLED_Child",
                            {"INCONTRO_TEST_HOME=" + home.string(),
                             "INCONTRO_TEST_FIRST=" + std::to_string(stored + 1)});
    std::this_thread::sleep_for(std::chrono::milliseconds(300 + below(random, 700)));
    kill(pid, SIGKILL);
    int status = 0;
    waitpid(pid, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself: " << WEXITSTATUS(status);
    {
      const auto store = Store::open(home / "store", Access::create);
      ASSERT_TRUE(store) << store.error().message;
      cut += (*store)->last() > *(*store)->saved_searches().percolated();
    }
    // Half of the rounds only reopen it and kill the next child on top.
    if (round % 2 == 0 && round + 1 < rounds) continue;
    const auto engine = open(home);
    ASSERT_NE(engine, nullptr);
    ASSERT_TRUE(engine->saved_searches().wait_for(engine->store().last(), 60s));
    // As they are stored: outbox() leaves out what was replaced since.
    const auto notices = engine->store().saved_searches().notices(0, 10'000'000);
    ASSERT_TRUE(notices);
    Told told;
    for (const Notice& notice : *notices) ++told[{notice.saved_search, notice.record.value}];
    ASSERT_EQ(told, right_pairs(engine->store().documents(Collection::vacancies)));
  }
  std::cout << cut << " of " << rounds << " rounds left something to percolate\n";
  EXPECT_GT(cut, 0u) << "nothing was cut off";
}

}  // namespace
}  // namespace incontro
