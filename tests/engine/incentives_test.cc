// The facet and filter of hiring incentives against the judge, which asks the rules about every
// record, on days about which rules begin and end.

#include <gmock/gmock.h>
#include <incontro/synth.h>

#include <map>
#include <set>

#include "oracle/brute_force.h"
#include "support/home.h"
#include "support/records.h"
#include "support/seed.h"

namespace incontro {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

constexpr const char* statuses[] = {"certo", "possibile", "non-determinabile"};

Query opened(Collection collection, Scope scope) {
  Query query;
  query.collection = collection;
  query.scope = scope;
  query.facets = true;
  query.limit = 0;
  Filter& open = query.open.emplace_back(Filter{"incentive", {}});
  for (const char* status : statuses) open.codes.emplace_back(status);
  return query;
}

Counts counts_of(const Answer& answer) {
  Counts counts;
  for (const Facet& facet : answer.facets)
    if (facet.field == "incentive")
      for (const FacetValue& value : facet.values)
        if (value.count > 0) counts[std::string(value.code)] = value.count;
  return counts;
}

TEST(IncentiveFacet, CountsAndFiltersAreThoseOfTheJudgeOnEveryDay) {
  std::mt19937_64 random(test_seed(41));
  // Each published within the sixty days before one of the later days.
  const Date days[] = {day(2012, 12, 31), day(2013, 1, 1),   day(2013, 6, 28),  day(2024, 8, 31),
                       day(2024, 9, 1),   day(2025, 12, 31), day(2026, 1, 1),   day(2026, 4, 1),
                       day(2026, 4, 30),  day(2026, 5, 1),   day(2026, 12, 31), day(2027, 1, 1)};
  std::vector<Record> records;
  for (std::uint64_t n = 0; n < 1'200; ++n) {
    const Date about = days[below(random, std::size(days))];
    const Generator generator(2012, about);
    if (n % 3 == 0)
      records.emplace_back(generator.vacancy(n));
    else
      records.emplace_back(generator.cv(n));
  }
  TestHome home(days[0]);
  for (std::size_t begin = 0; begin < records.size(); begin += 250)
    home.apply(
        std::span(records).subspan(begin, std::min<std::size_t>(250, records.size() - begin)));
  std::set<Counts> different;
  for (const Date today : days) {
    SCOPED_TRACE(format_date(today));
    home.reopen(today);
    BruteForce judge(today, default_validity_days);
    for (const Record& record : records) judge.add(record);
    for (const Collection collection : collections)
      for (const Scope scope : {Scope::active, Scope::expired, Scope::all}) {
        BruteForce::Question question;
        question.collection = collection;
        question.scope = scope;
        auto verdict = judge.answer(question);
        const Answer answer = home.search(opened(collection, scope));
        ASSERT_EQ(counts_of(answer), verdict.facets["incentive"]);
        different.insert(counts_of(answer));
        for (const auto& [code, count] : counts_of(answer)) {
          Query filtered = opened(collection, scope);
          filtered.filters.push_back({"incentive", {code}});
          const Answer chosen = home.search(filtered);
          ASSERT_EQ(chosen.total, count) << code;
          ASSERT_EQ(counts_of(chosen), counts_of(answer)) << "a facet counts without its filter";
        }
      }
  }
  EXPECT_GT(different.size(), 20u) << "the days are too alike to tell anything";
}

Cv apprentice(int number, Date published) {
  Cv cv = small_cv(number, published);
  cv.person.born = day(1982, 12, 6);
  cv.wanted[0].contracts = {{"A02"}};
  cv.receives_benefits = false;
  return cv;
}

TEST(IncentiveFacet, ChangesOnABirthdayWithoutAnythingBeingWritten) {
  TestHome home(day(2012, 12, 5));
  home.apply(apprentice(1, day(2012, 12, 1)));
  const Query query = opened(Collection::cvs, Scope::active);
  EXPECT_EQ(counts_of(home.search(query))["certo.apprendistato-2011"], 1u);
  EXPECT_EQ(counts_of(home.search(query))["certo"], 1u);
  home.reopen(day(2012, 12, 6));  // 30 years
  EXPECT_FALSE(counts_of(home.search(query)).contains("certo"));
  home.reopen(day(2012, 12, 5));
  EXPECT_EQ(counts_of(home.search(query))["certo"], 1u);
}

TEST(IncentiveFacet, OfWithdrawnRecordsIsNothing) {
  TestHome home(day(2012, 12, 5));
  for (int i = 1; i <= 3; ++i) home.apply(apprentice(i, day(2012, 12, 1)));
  Cv closure = apprentice(4, day(2012, 12, 2));
  closure.system.kind = Kind::close;
  closure.system.closing_reason = "03";
  closure.system.predecessor = code25(2);
  home.apply(closure);
  EXPECT_EQ(counts_of(home.search(opened(Collection::cvs, Scope::all)))["certo"], 2u);
  const auto check = home.engine().check();
  ASSERT_TRUE(check);
  EXPECT_THAT(check->differences, ::testing::IsEmpty());
}

TEST(IncentiveView, IsOfTheStoredRecordThoughTheViewHasNoBirthDateAndNoSex) {
  const Date today = day(2012, 12, 5);
  TestHome home(today);
  const Cv cv = apprentice(1, day(2012, 12, 1));
  home.apply(cv);
  const auto view = home.engine().show({Collection::cvs, code25(1)});
  ASSERT_TRUE(view);
  EXPECT_EQ(view->incentives, incentives_of(cv, today));
  EXPECT_EQ(std::get<Cv>(view->record).person.sex, "");
  Query query;
  query.collection = Collection::cvs;
  const Answer answer = home.search(query);
  ASSERT_EQ(answer.hits.size(), 1u);
  EXPECT_EQ(answer.hits[0].view.incentives, incentives_of(cv, today));
}

// Records that differ in age, sex and benefits alone keep their scores and places.
TEST(IncentiveView, TakesNoPartInScoreAndOrder) {
  const Date today = day(2025, 6, 1);
  std::vector<std::pair<std::string, double>> orders[2];
  for (const bool helped : {false, true}) {
    TestHome home(today);
    for (int i = 1; i <= 40; ++i) {
      Cv cv = small_cv(i, today - std::chrono::days(i % 5));
      cv.wanted[0].description = i % 3 == 0 ? "software software e altro" : "software";
      cv.person.sex = helped && i % 2 == 0 ? "F" : "M";
      cv.person.born = helped && i % 2 == 0 ? day(2003, 1, 1) : day(1975, 1, 1);
      if (helped && i % 4 == 0) cv.receives_benefits = true;
      home.apply(cv);
    }
    for (const Sort sort : {Sort::relevance, Sort::date}) {
      Query query;
      query.collection = Collection::cvs;
      query.text = "software";
      query.sort = sort;
      query.limit = 40;
      for (const Hit& hit : home.search(query).hits)
        orders[helped].emplace_back(hit.code, hit.score);
    }
  }
  EXPECT_EQ(orders[0].size(), 80u);
  EXPECT_EQ(orders[0], orders[1]);
}

}  // namespace
}  // namespace incontro
