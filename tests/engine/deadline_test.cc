#include <gtest/gtest.h>
#include <incontro/deadline.h>

#include <thread>

#include "support/home.h"
#include "support/records.h"

namespace incontro {
namespace {

constexpr Date today = Date{std::chrono::days(20'780)};
using Clock = Deadline::Clock;

TEST(Deadline, HoldsForItsScopeAndItsThread) {
  EXPECT_TRUE(in_time());
  {
    const Deadline late(Clock::now() + std::chrono::hours(1));
    EXPECT_TRUE(in_time());
    {
      const Deadline passed(Clock::now());
      const Deadline longer(Clock::now() + std::chrono::hours(1));
      const Done done = in_time();
      ASSERT_FALSE(done) << "the earlier end holds";
      EXPECT_EQ(done.error().code, Code::busy);
      std::thread([] { EXPECT_TRUE(in_time()); }).join();
    }
    EXPECT_TRUE(in_time());
  }
  EXPECT_TRUE(in_time());
}

// What each call of the engine says.
std::vector<std::pair<const char*, Done>> all_calls(const Engine& engine, const RecordCode& code) {
  const auto done = [](const auto& result) -> Done {
    if (!result) return result.error();
    return ok;
  };
  Query rare;
  rare.text = "cuoko vegano";
  Query words;
  words.text = "cuoco";
  words.facets = true;
  MatchRequest match;
  match.question = code;
  return {{"search", done(engine.search(words))},
          {"search for all", done(engine.search({}))},
          {"correct", done(engine.correct(rare))},
          {"relax", done(engine.relax(rare))},
          {"match", done(engine.match(match))}};
}

TEST(Deadline, CutsOffWhateverComputes) {
  TestHome home(today);
  Vacancy vacancy = small_vacancy(1, today);
  vacancy.title = "Cuoco";
  home.apply(vacancy);
  const RecordCode code{Collection::vacancies, vacancy.system.code};
  for (const auto& [call, done] : all_calls(home.engine(), code)) EXPECT_TRUE(done) << call;
  {
    const Deadline passed(Clock::now());
    for (const auto& [call, done] : all_calls(home.engine(), code)) {
      ASSERT_FALSE(done) << call;
      EXPECT_EQ(done.error().code, Code::busy) << call;
    }
    EXPECT_TRUE(home.engine().show(code)) << "one record is no computation";
  }
  for (const auto& [call, done] : all_calls(home.engine(), code)) EXPECT_TRUE(done) << call;
}

}  // namespace
}  // namespace incontro
