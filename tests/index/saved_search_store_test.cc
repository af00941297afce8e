#include <gtest/gtest.h>
#include <incontro/saved_search_store.h>
#include <incontro/store.h>

#include <limits>

#include "store/entry_codec.h"
#include "store/keys.h"
#include "support/records.h"
#include "support/temp_dir.h"

namespace incontro {
namespace {

const Timestamp noon = Timestamp(day(2026, 11, 27)) + std::chrono::hours(12);

class SavedSearchStoreTest : public ::testing::Test {
 protected:
  SavedSearchStoreTest() { reopen(); }

  void reopen(Access access = Access::create) {
    store_.reset();
    auto opened = Store::open(directory_ / "store", access);
    ASSERT_TRUE(opened) << opened.error().message;
    store_ = std::move(*opened);
  }
  SavedSearchStore& kept() { return store_->saved_searches(); }

  std::uint64_t add(const std::string& owner) {
    const auto number =
        kept().add(std::vector{StoredSearch{0, owner, "nome", noon, 7, "what"}}, std::nullopt);
    EXPECT_TRUE(number) << number.error().message;
    return *number;
  }
  static Notice notice(std::uint64_t search, int record) {
    return {0, search, {Collection::cvs, code25(record)}, 9, 812'345};
  }
  std::vector<std::uint64_t> outbox(std::uint64_t after = 0, std::size_t limit = 100) {
    const auto found = kept().notices(after, limit);
    EXPECT_TRUE(found);
    std::vector<std::uint64_t> numbers;
    for (const Notice& one : *found) numbers.push_back(one.number);
    return numbers;
  }

  TempDir directory_;
  std::unique_ptr<Store> store_;
};

TEST_F(SavedSearchStoreTest, SearchesComeBackWithAllTheirBytesAfterReopening) {
  StoredSearch search{0, "Ufficio di \xF0\x9F\x98\x80", "", noon, 12, std::string("\0\xFF\n", 3)};
  EXPECT_EQ(*kept().add(std::vector{search, StoredSearch{}}, Sequence{12}), 1u);
  EXPECT_EQ(add("altri"), 3u);
  reopen();
  search.number = 1;
  EXPECT_EQ(*kept().search(1), search);
  EXPECT_EQ(*kept().percolated(), 12u);
  EXPECT_EQ(kept().search(4).error().code, Code::not_found);
  EXPECT_EQ(add("terzi"), 4u);
}

TEST_F(SavedSearchStoreTest, NumbersAreNotGivenAgain) {
  add("a");
  ASSERT_TRUE(kept().remove(1));
  reopen();
  EXPECT_EQ(add("b"), 2u);
  EXPECT_EQ(kept().remove(1).error().code, Code::not_found);
}

TEST_F(SavedSearchStoreTest, NoticesAreNumberedOnAndTheirChangeIsReachedWithThem) {
  add("a");
  ASSERT_TRUE(kept().add_notices(std::vector{notice(1, 1), notice(1, 2)}, 9));
  reopen();
  EXPECT_EQ(*kept().percolated(), 9u);
  ASSERT_TRUE(kept().add_notices(std::vector{notice(1, 3)}, 10));
  EXPECT_EQ(outbox(), (std::vector<std::uint64_t>{1, 2, 3}));
  EXPECT_EQ(outbox(1, 1), (std::vector<std::uint64_t>{2}));
  EXPECT_EQ(outbox(3), (std::vector<std::uint64_t>{}));
  EXPECT_EQ(outbox(0, 0), (std::vector<std::uint64_t>{}));
  EXPECT_EQ(outbox(std::numeric_limits<std::uint64_t>::max()), (std::vector<std::uint64_t>{}));
  Notice second = notice(1, 2);
  second.number = 2;
  EXPECT_EQ(kept().notices(1, 1)->front(), second);
}

TEST_F(SavedSearchStoreTest, WhatIsDeliveredIsGoneOnce) {
  add("a");
  ASSERT_TRUE(kept().add_notices(std::vector{notice(1, 1), notice(1, 2)}, 9));
  EXPECT_TRUE(kept().delivered(1));
  EXPECT_EQ(kept().delivered(1).error().code, Code::not_found);
  EXPECT_EQ(kept().delivered(3).error().code, Code::not_found);
  EXPECT_EQ(outbox(), (std::vector<std::uint64_t>{2}));
  // Not even where all are delivered is a number given again.
  EXPECT_TRUE(kept().delivered(2));
  reopen();
  ASSERT_TRUE(kept().add_notices(std::vector{notice(1, 3)}, 10));
  EXPECT_EQ(outbox(), (std::vector<std::uint64_t>{3}));
}

TEST_F(SavedSearchStoreTest, RemovingASearchTakesItsNoticesAndNoOthers) {
  for (int i = 0; i < 300; ++i) add("a");
  ASSERT_TRUE(kept().add_notices(
      std::vector{notice(1, 1), notice(256, 1), notice(257, 1), notice(256, 2), notice(2, 1)}, 9));
  ASSERT_TRUE(kept().remove(256));
  EXPECT_EQ(outbox(), (std::vector<std::uint64_t>{1, 3, 5}));
}

TEST_F(SavedSearchStoreTest, SharedAccessReadsAndRefusesEveryWrite) {
  add("a");
  ASSERT_TRUE(kept().add_notices(std::vector{notice(1, 1)}, 9));
  reopen(Access::shared);
  EXPECT_EQ(kept().search(1)->owner, "a");
  EXPECT_EQ(outbox(), (std::vector<std::uint64_t>{1}));
  EXPECT_EQ(kept().add({}, {}).error().code, Code::denied);
  EXPECT_EQ(kept().remove(1).error().code, Code::denied);
  EXPECT_EQ(kept().delivered(1).error().code, Code::denied);
  EXPECT_EQ(kept().add_notices({}, 10).error().code, Code::denied);
}

// Whatever is cut off or added, decoding says so.
TEST_F(SavedSearchStoreTest, DamagedBytesAreCorrupt) {
  const std::string key = big_endian(std::uint64_t{5});
  const std::string search = encode(StoredSearch{0, "o", "n", noon, 3, "q"});
  const std::string told = encode(notice(1, 1));
  EXPECT_EQ(decode_search(key, search)->number, 5u);
  EXPECT_EQ(decode_notice(key, told)->number, 5u);
  for (std::size_t size = 0; size < search.size(); ++size)
    EXPECT_EQ(decode_search(key, search.substr(0, size)).error().code, Code::corrupt);
  for (std::size_t size = 0; size < told.size(); ++size)
    EXPECT_EQ(decode_notice(key, told.substr(0, size)).error().code, Code::corrupt);
  EXPECT_EQ(decode_search(key, search + "x").error().code, Code::corrupt);
  EXPECT_EQ(decode_notice(key, told + "x").error().code, Code::corrupt);
  EXPECT_EQ(decode_search("key", search).error().code, Code::corrupt);
  EXPECT_EQ(decode_notice("key", told).error().code, Code::corrupt);
}

}  // namespace
}  // namespace incontro
