// The process dies between the store's commit and the text index's: nothing acknowledged is lost.

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <functional>
#include <thread>

#include "support/home.h"
#include "support/records.h"
#include "support/seed.h"

namespace incontro {
namespace {

constexpr Date today = Date{std::chrono::days(20'780)};

void run_and_kill(const std::function<void()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    kill(getpid(), SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself: " << status;
}

void expect_agreement(TestHome& home, std::uint64_t records) {
  const auto report = home.engine().check();
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->differences, std::vector<std::string>{});
  EXPECT_EQ(report->records[0], records);
  Query query;
  query.text = "\"motore di ricerca\"";
  EXPECT_EQ(home.search(query).total, report->documents[0]);
}

TEST(Recovery, ReplaysWhatTheStoreTookInAfterTheLastCommitOfTheTextIndex) {
  TestHome home(today);
  for (int i = 1; i <= 10; ++i) home.apply(small_vacancy(i, today));
  home.close();
  // Only the store is open: all that it acknowledges is missing from both indexes.
  run_and_kill([&] {
    auto store = Store::open(home.path() / "store", Access::exclusive);
    if (!store) _exit(1);
    for (int i = 11; i <= 30; ++i)
      if (!(*store)->apply(small_vacancy(i, today))) _exit(2);
    Vacancy closure = small_vacancy(31, today);
    closure.system.kind = Kind::close;
    closure.system.closing_reason = "03";
    closure.system.predecessor = code25(3);
    if (!(*store)->apply(closure)) _exit(3);
  });
  home.reopen();
  expect_agreement(home, 30);
  Query all;
  EXPECT_EQ(home.search(all).total, 29u);
}

TEST(Recovery, AgreesAfterAKillAtAnyMomentOfIndexing) {
  std::mt19937_64 random(test_seed(41));
  const char* given = std::getenv("INCONTRO_CRASH_ROUNDS");
  const int rounds = given ? std::atoi(given) : 6;
  TestHome home(today);
  int next = 1;
  for (int round = 0; round < rounds; ++round) {
    home.close();
    const int count = 1 + static_cast<int>(below(random, 300));
    const auto pause = std::chrono::milliseconds(below(random, 250));
    int acknowledged[2];
    ASSERT_EQ(pipe(acknowledged), 0);
    run_and_kill([&] {
      const FixedClock clock(today);
      auto engine = Engine::open({home.path(), Access::exclusive, &clock});
      if (!engine) _exit(1);
      for (int i = 0; i < count; ++i) {
        if (!(*engine)->store().apply(small_vacancy(next + i, today))) _exit(2);
        const char one = 1;
        if (write(acknowledged[1], &one, 1) != 1) _exit(3);
      }
      std::this_thread::sleep_for(pause);
    });
    ::close(acknowledged[1]);
    int told = 0;
    for (char one; read(acknowledged[0], &one, 1) == 1;) ++told;
    ::close(acknowledged[0]);
    next += told;
    home.reopen();
    expect_agreement(home, static_cast<std::uint64_t>(next - 1));
    if (::testing::Test::HasFailure()) break;
  }
}

}  // namespace
}  // namespace incontro
