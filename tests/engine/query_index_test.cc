#include "percolate/query_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "percolate/rarities.h"
#include "support/records.h"

namespace incontro {
namespace {

using Numbers = std::vector<std::uint64_t>;

const Date today = day(2026, 11, 27);

Query query(std::string text, std::vector<Filter> filters = {}, std::optional<Near> near = {}) {
  Query made;
  made.text = std::move(text);
  made.filters = std::move(filters);
  made.near = std::move(near);
  return made;
}
Query in_scope(Scope scope) {
  Query made;
  made.scope = scope;
  return made;
}

class QueryIndexTest : public ::testing::Test {
 protected:
  void save(std::uint64_t number, const std::string& text, Sequence since = 0) {
    save(number, query(text), since);
  }
  void save(std::uint64_t number, const Query& asked, Sequence since = 0) {
    index_.add(number, since, asked, parse_query(analyzer_, asked.text),
               Rarities(totals_, snapshot_));
  }
  Numbers found(const Vacancy& vacancy, Sequence sequence = 1) {
    Numbers numbers;
    index_.percolate(make_document(analyzer_, vacancy, 0), sequence, numbers);
    std::ranges::sort(numbers);
    return numbers;
  }

  const Analyzer analyzer_;
  const ValueTotals totals_;  // of a home in which nothing is
  const CollectionSnapshot snapshot_;
  QueryIndex index_{Collection::vacancies};
};

TEST_F(QueryIndexTest, EqualQueriesAreOneAndFindForEachOfThem) {
  save(1, "motore ricerca");
  save(2, "ricerca MOTORE");
  Query by_date = query("motori ricerca");
  by_date.sort = Sort::date;
  save(3, by_date);
  EXPECT_EQ(index_.distinct(), 1u);
  EXPECT_EQ(found(small_vacancy(1, today)), (Numbers{1, 2, 3}));
  index_.remove(2);
  index_.remove(99);
  EXPECT_EQ(found(small_vacancy(1, today)), (Numbers{1, 3}));
  index_.remove(1);
  index_.remove(3);
  EXPECT_EQ(index_.distinct(), 0u);
  EXPECT_EQ(found(small_vacancy(1, today)), Numbers{});
  save(4, "motore");
  EXPECT_EQ(found(small_vacancy(1, today)), Numbers{4});
}

TEST_F(QueryIndexTest, WhatCameUpToTheSavingIsNotTold) {
  save(1, "", 7);
  save(2, "sviluppo", 7);
  EXPECT_EQ(found(small_vacancy(1, today), 7), Numbers{});
  EXPECT_EQ(found(small_vacancy(1, today), 8), (Numbers{1, 2}));
}

TEST_F(QueryIndexTest, QueriesThatNothingWakesAreTriedEachTime) {
  save(1, "");
  save(2, "-cuoco");
  save(3, "-sviluppo");
  save(4, "-\"motore di ricerca\"");
  save(5, "-svil*");
  EXPECT_EQ(found(small_vacancy(1, today)), (Numbers{1, 2}));
}

TEST_F(QueryIndexTest, OnTheDayOfItsPublicationEveryRecordIsNewAndActiveUnlessItHadExpired) {
  save(1, query("", {{"published", {"1"}}}));
  save(2, in_scope(Scope::expired));
  save(3, in_scope(Scope::all));
  Vacancy vacancy = small_vacancy(1, today - std::chrono::days(900));
  EXPECT_EQ(found(vacancy), (Numbers{1, 3}));
  vacancy.system.expires = today - std::chrono::days(901);
  EXPECT_EQ(found(vacancy), (Numbers{2, 3}));
}

TEST_F(QueryIndexTest, FiltersOfAFieldAreAlternativesAndOfSeveralFieldsAllHold) {
  save(1, query("", {{"territory", {"08"}}, {"territory", {"01", "-"}}}));
  save(2, query("", {{"territory", {"08"}}, {"contract", {"A01"}}}));
  save(3, query("", {}, Near{"A944", 1}));
  Vacancy vacancy = small_vacancy(1, today);  // Bologna, A00
  EXPECT_EQ(found(vacancy), (Numbers{1, 3}));
  vacancy.workplace = {};
  EXPECT_EQ(found(vacancy), Numbers{1});
  vacancy.workplace = {"F205"};
  EXPECT_EQ(found(vacancy), Numbers{});
}

TEST_F(QueryIndexTest, AlternativesAndRefusedBracketsAreTriedAsTheSearchWould) {
  save(1, "cuoco OR sviluppo");
  save(2, "cuoco OR pizzaiolo");
  save(3, "(cuoco OR svil*) motore -(pizzaiolo OR cameriere)");
  save(4, "sviluppo -(motore ricerca)");
  save(5, "cuoco OR \"motore di ric*\"");
  save(6, "???");
  EXPECT_EQ(found(small_vacancy(1, today)), (Numbers{1, 3, 5}));
  index_.remove(1);
  EXPECT_EQ(found(small_vacancy(1, today)), (Numbers{3, 5}));
}

}  // namespace
}  // namespace incontro
