// Searching while records arrive: run under ThreadSanitizer too (preset tsan).

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "support/home.h"
#include "support/records.h"

namespace incontro {
namespace {

constexpr Date today = Date{std::chrono::days(20'780)};

TEST(Concurrency, EverySearchSeesOneMomentWhileRecordsAreReplaced) {
  constexpr int standing = 40, rounds = 60;
  TestHome home(today);
  std::vector<Record> records;
  for (int i = 1; i <= standing; ++i) records.emplace_back(small_vacancy(i, today));
  home.apply(records);

  // Each change replaces one record: whatever the moment, as many stand as at the beginning.
  std::atomic<bool> done = false;
  std::atomic<int> searches = 0, wrong = 0;
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 2; ++reader)
    readers.emplace_back([&] {
      Query query;
      query.text = "motore di ricerca";
      query.facets = true;
      Sequence seen = 0;
      while (!done) {
        const auto answer = home.engine().search(query);
        const bool good = answer && answer->total == standing && answer->hits.size() == 10 &&
                          answer->sequence >= seen && !answer->facets.empty() &&
                          answer->facets[0].values.size() == 1 &&
                          answer->facets[0].values[0].count == standing;
        wrong += !good;
        if (answer) seen = answer->sequence;
        ++searches;
      }
    });
  for (int i = 0; i < rounds; ++i) {
    Vacancy next = small_vacancy(standing + 1 + i, today);
    next.system.predecessor = code25(1 + i);
    home.apply(next);
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_GT(searches, 0);
}

TEST(Concurrency, WhatWasAppliedIsFoundAfterWaitingForItsSequence) {
  TestHome home(today);
  for (int i = 1; i <= 20; ++i) {
    const auto applied = home.engine().store().apply(small_vacancy(i, today));
    ASSERT_TRUE(applied);
    ASSERT_TRUE(home.engine().wait_for(applied->sequence, std::chrono::seconds(60)));
    EXPECT_EQ(home.search({}).total, static_cast<std::uint64_t>(i));
  }
}

TEST(Concurrency, WaitingIsGivenUpAfterThePatience) {
  TestHome home(today);
  const Done waited = home.engine().wait_for(7, std::chrono::milliseconds(20));
  ASSERT_FALSE(waited);
  EXPECT_EQ(waited.error().code, Code::busy);
}

}  // namespace
}  // namespace incontro
