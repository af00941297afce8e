// How an index follows the change log on a thread of its own.

#include <gtest/gtest.h>
#include <incontro/follower.h>

#include "support/records.h"
#include "support/temp_dir.h"

namespace incontro {
namespace {

using namespace std::chrono_literals;

constexpr Date today = Date{std::chrono::days(20'780)};
constexpr auto patience = 60s;

class Following : public ::testing::Test {
 protected:
  Following() {
    auto store = Store::open(directory_ / "store", Access::create);
    EXPECT_TRUE(store) << store.error().message;
    store_ = std::move(*store);
  }

  Sequence apply(int count) {
    Sequence last = 0;
    for (int i = 0; i < count; ++i) {
      const auto applied = store_->apply(small_vacancy(++number_, today));
      EXPECT_TRUE(applied) << applied.error().message;
      last = applied->sequence;
    }
    return last;
  }

  TempDir directory_;
  std::unique_ptr<Store> store_;
  int number_ = 0;
};

TEST_F(Following, TakesEveryChangeOnceAndInOrder) {
  std::vector<Sequence> taken;
  Follower follower(*store_, [&](const std::vector<Change>& changes, Sequence last) {
    for (const Change& change : changes) taken.push_back(change.sequence);
    EXPECT_EQ(changes.back().sequence, last);
    return Done(ok);
  });
  apply(3);
  ASSERT_TRUE(follower.catch_up());
  EXPECT_EQ(follower.applied(), 3u);
  follower.start();
  const Sequence last = apply(4);
  follower.wake();
  ASSERT_TRUE(follower.wait_for(last, patience));
  follower.stop(100);
  EXPECT_EQ(taken, (std::vector<Sequence>{1, 2, 3, 4, 5, 6, 7}));
}

// Asked while it takes the first change in, so that nothing depends on which thread is faster.
TEST_F(Following, LeavesMuchToTheNextTimeAndFinishesALittle) {
  for (const Sequence most_left : {9u, 10u}) {
    const Sequence first = apply(1);
    Sequence reached = 0;
    Follower* asked = nullptr;
    Follower follower(*store_, [&](const std::vector<Change>&, Sequence last) {
      if (reached == 0) {
        apply(10);
        asked->ask_to_stop(most_left);
      }
      reached = last;
      return Done(ok);
    });
    asked = &follower;
    follower.begin_at(first - 1);
    follower.start();
    ASSERT_TRUE(follower.wait_for(first, patience));
    follower.stop(most_left);
    EXPECT_EQ(reached, most_left < 10 ? first : first + 10);
  }
}

TEST_F(Following, TellsOfAFailureAndIsBusyWhenItTakesTooLong) {
  bool fails = true;
  Follower follower(*store_, [&](const std::vector<Change>&, Sequence) -> Done {
    if (fails) return Error{Code::io, "the disk is full"};
    return ok;
  });
  EXPECT_EQ(follower.wait_for(1, 1ms).error().code, Code::busy);
  apply(1);
  follower.start();
  EXPECT_EQ(follower.wait_for(1, patience).error().message, "the disk is full");
  ASSERT_TRUE(follower.failure());
  follower.stop(100);
  fails = false;
  follower.begin_at(0);
  EXPECT_FALSE(follower.failure());
  ASSERT_TRUE(follower.catch_up());
  EXPECT_TRUE(follower.wait_for(1, 1ms));
}

}  // namespace
}  // namespace incontro
