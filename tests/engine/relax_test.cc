#include <gtest/gtest.h>
#include <incontro/engine.h>

#include <algorithm>

#include "support/home.h"
#include "support/records.h"

namespace incontro {
namespace {

constexpr Date today = Date{std::chrono::days(20'780)};

class Relax : public ::testing::Test {
 protected:
  Relax() {
    std::vector<Record> records;
    for (int number = 1; number <= 6; ++number) {
      Vacancy v = small_vacancy(number, today);
      v.title = number <= 4 ? "Cuoco" : "Barista notturno";
      v.workplace = {number <= 4 ? "A944" : "H501"};
      records.emplace_back(v);
    }
    home_.apply(records);
  }
  std::vector<Relaxation> of(std::string text, std::vector<Filter> filters = {}) {
    Query query;
    query.text = std::move(text);
    query.filters = std::move(filters);
    const auto relaxations = home_.engine().relax(query);
    EXPECT_TRUE(relaxations) << relaxations.error().message;
    if (!relaxations) return {};
    std::uint64_t before = ~std::uint64_t{0};
    for (const Relaxation& relaxation : *relaxations) {
      EXPECT_GT(relaxation.count, 0u);
      EXPECT_LE(relaxation.count, before);
      before = relaxation.count;
      EXPECT_EQ(home_.search(relaxation.query).total, relaxation.count);
    }
    return *relaxations;
  }
  using Parts = std::vector<Relaxation::Part>;

  TestHome home_{today};
};

TEST_F(Relax, TellsWhichWordOrFilterToDropAndWhatThatGives) {
  const auto relaxations = of("cuoco notturno");
  ASSERT_EQ(relaxations.size(), 2u);
  EXPECT_EQ(relaxations[0].dropped, (Parts{{"", "notturno"}}));
  EXPECT_EQ(relaxations[0].query.text, "cuoco");
  EXPECT_EQ(relaxations[0].count, 4u);
  EXPECT_EQ(relaxations[1].dropped, (Parts{{"", "cuoco"}}));
  EXPECT_EQ(relaxations[1].query.text, "notturno");
  EXPECT_EQ(relaxations[1].count, 2u);

  const auto filtered = of("barista", {{"territory", {"A944"}}});
  ASSERT_EQ(filtered.size(), 2u);
  EXPECT_EQ(filtered[0].dropped, (Parts{{"", "barista"}}));
  EXPECT_EQ(filtered[1].dropped, (Parts{{"territory", ""}}));
  EXPECT_TRUE(filtered[1].query.filters.empty());
}

TEST_F(Relax, PhrasesExclusionsAndPrefixesAreDroppedWhole) {
  const auto relaxations = of("  \"cuoco notturno\" cuo*  -cuoco ");
  EXPECT_TRUE(
      std::ranges::all_of(relaxations, [](const Relaxation& r) { return r.dropped.size() == 2; }));
  ASSERT_FALSE(relaxations.empty());
  EXPECT_EQ(relaxations[0].dropped, (Parts{{"", "\"cuoco notturno\""}, {"", "-cuoco"}}));
  const auto single = of("barista -notturno");
  ASSERT_EQ(single.size(), 2u);
  EXPECT_EQ(single[0].query.text, "-notturno");
  EXPECT_EQ(single[1].dropped, (Parts{{"", "-notturno"}}));
}

TEST_F(Relax, TriesPairsWhereNoSingleOneHelps) {
  const auto relaxations = of("cuoco di xyzzy", {{"territory", {"H501"}}});
  ASSERT_EQ(relaxations.size(), 2u);
  EXPECT_EQ(relaxations[0].dropped, (Parts{{"territory", ""}, {"", "xyzzy"}}));
  EXPECT_EQ(relaxations[0].query.text, "cuoco di");
  EXPECT_EQ(relaxations[0].count, 4u);
  EXPECT_EQ(relaxations[1].dropped, (Parts{{"", "cuoco"}, {"", "xyzzy"}}));
}

TEST_F(Relax, HasNothingToSayWhereSomethingIsFoundOrNothingHelps) {
  EXPECT_TRUE(of("cuoco").empty());
  EXPECT_TRUE(of("").empty());
  EXPECT_TRUE(of("aaaa bbbb cccc").empty());
}

TEST_F(Relax, OnlyTheFirstTenPartsOfALongTextAreTried) {
  std::string text = "cuoco";
  for (int i = 0; i < 40; ++i) text += " cuoco";
  EXPECT_TRUE(of(text + " xyzzy").empty());
  EXPECT_EQ(of("xyzzy " + text).size(), 1u);
}

TEST_F(Relax, RefusesWhatASearchRefuses) {
  Query query;
  query.filters = {{"nessuno", {"1"}}};
  EXPECT_FALSE(home_.engine().relax(query));
}

TEST_F(Relax, DropsTheRadiusAndTheOrderThatNeedsIt) {
  Query query;
  query.text = "barista";  // all in Rome
  query.near = Near{"A944", 20};
  query.sort = Sort::distance;
  const auto relaxations = home_.engine().relax(query);
  ASSERT_TRUE(relaxations) << relaxations.error().message;
  ASSERT_EQ(relaxations->size(), 2u);
  EXPECT_EQ((*relaxations)[0].dropped, (Parts{{"", "barista"}}));
  EXPECT_EQ((*relaxations)[1].dropped, (Parts{{"near", ""}}));
  EXPECT_EQ((*relaxations)[1].query.sort, Sort::relevance);
  EXPECT_EQ((*relaxations)[1].count, 2u);
  EXPECT_EQ(home_.search((*relaxations)[1].query).total, 2u);
}

TEST_F(Relax, WhatStoodOnBothSidesOfADroppedPhraseDoesNotGrowTogether) {
  const auto relaxations = of("barista\"wxyz\"notturno");
  ASSERT_EQ(relaxations.size(), 1u);
  EXPECT_EQ(relaxations[0].query.text, "barista notturno");
  EXPECT_EQ(relaxations[0].count, 2u);
}

}  // namespace
}  // namespace incontro
