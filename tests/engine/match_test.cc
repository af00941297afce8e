#include <gmock/gmock.h>

#include "support/home.h"
#include "support/records.h"

namespace incontro {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Date today = day(2012, 12, 5);

class MatchTest : public ::testing::Test {
 protected:
  MatchTest() : home_(today) {
    vacancy_ = small_vacancy(1, today);
    vacancy_.licences = {{"02"}};
    home_.apply(vacancy_);
  }

  Cv driver(int number) {
    Cv cv = small_cv(number, today);
    cv.licences = {{"02"}};
    return cv;
  }
  MatchRequest request() {
    MatchRequest request;
    request.question = code_of(vacancy_);
    return request;
  }
  MatchAnswer match(const MatchRequest& request) {
    auto answer = home_.engine().match(request);
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? std::move(*answer) : MatchAnswer{};
  }
  void expect_refused(const MatchRequest& request, Code code, const std::string& part) {
    const auto answer = home_.engine().match(request);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, code);
    EXPECT_THAT(answer.error().message, HasSubstr(part));
  }
  static std::vector<std::string> codes(const MatchAnswer& answer) {
    std::vector<std::string> codes;
    for (const MatchResult& result : answer.results) codes.push_back(result.code);
    return codes;
  }

  TestHome home_;
  Vacancy vacancy_;
};

TEST_F(MatchTest, WhoLacksAMustIsNoResultButIsCountedAsGained) {
  home_.apply(driver(10));
  home_.apply(small_cv(11, today));
  const MatchAnswer answer = match(request());
  EXPECT_EQ(answer.total, 1u);
  EXPECT_THAT(codes(answer), ElementsAre(code25(10)));
  ASSERT_EQ(answer.relax.size(), 1u);
  EXPECT_THAT(answer.relax[0].dropped, ElementsAre(Criterion::licence));
  EXPECT_EQ(answer.relax[0].gained, 1u);
}

TEST_F(MatchTest, WhatIsPreferredCountsAndWhatIsIgnoredDoesNot) {
  home_.apply(driver(10));
  home_.apply(small_cv(11, today));
  MatchRequest preferred = request();
  preferred.settings = {{Criterion::licence, CriterionKind::preferred, {}}};
  EXPECT_THAT(codes(match(preferred)), ElementsAre(code25(10), code25(11)));
  MatchRequest ignored = request();
  ignored.settings = {{Criterion::licence, CriterionKind::ignored, {}}};
  const MatchAnswer answer = match(ignored);
  ASSERT_EQ(answer.results.size(), 2u);
  EXPECT_EQ(answer.results[0].score, answer.results[1].score);
  EXPECT_EQ(answer.results[0].code, code25(11));  // the later stored
}

TEST_F(MatchTest, TwoMustsAreOfferedTogetherWhereNoneAloneHelps) {
  Cv cv = small_cv(11, today);
  cv.wanted.front().contracts = {{"A01"}};
  home_.apply(cv);
  const MatchAnswer answer = match(request());
  EXPECT_EQ(answer.total, 0u);
  ASSERT_EQ(answer.relax.size(), 1u);
  EXPECT_THAT(answer.relax[0].dropped, ElementsAre(Criterion::licence, Criterion::contract));
  EXPECT_EQ(answer.relax[0].gained, 1u);
}

TEST_F(MatchTest, TheBestWantedJobDecides) {
  Cv cv = driver(10);
  cv.wanted.insert(cv.wanted.begin(), WantedJob{});
  cv.wanted.front().profession = {"5.2.2.1.0.1"};
  cv.wanted.front().title = "Cuoco";
  home_.apply(cv);
  const MatchAnswer answer = match(request());
  ASSERT_EQ(answer.results.size(), 1u);
  EXPECT_EQ(answer.results[0].availability, 1u);
}

TEST_F(MatchTest, NobodyHasTheBestOfTwoWantedJobsAtOnce) {
  Cv cv = driver(10);
  cv.wanted.front().contracts = {{"A01"}};  // the right job, another contract
  WantedJob other;
  other.profession = {"5.2.2.1.0.1"};
  other.title = "Cuoco";
  other.contracts = {{"A00"}};  // the right contract, another job
  cv.wanted.push_back(other);
  home_.apply(cv);
  EXPECT_EQ(match(request()).total, 0u);
}

TEST_F(MatchTest, BothDirectionsGiveThePairTheSameCriteria) {
  const Cv cv = driver(10);
  home_.apply(cv);
  const auto scores_of = [](const MatchAnswer& answer) {
    std::vector<std::pair<Criterion, Units>> scores;
    for (const CriterionScore& part : answer.results.at(0).criteria)
      if (part.criterion != Criterion::text) scores.emplace_back(part.criterion, part.score);
    return scores;
  };
  MatchRequest back;
  back.question = code_of(Record(cv));
  EXPECT_EQ(scores_of(match(request())), scores_of(match(back)));
}

TEST_F(MatchTest, ExpiredAndWithdrawnRecordsAreNoResultsButMayAsk) {
  Cv expired = driver(10);
  expired.system.inserted = Timestamp(today - std::chrono::days(61));
  home_.apply(expired);
  const Cv old = driver(11);
  home_.apply(old);
  Cv update = driver(12);
  update.system.predecessor = old.system.code;
  home_.apply(update);
  EXPECT_THAT(codes(match(request())), ElementsAre(code25(12)));
  MatchRequest asks;
  asks.question = code_of(Record(old));
  EXPECT_EQ(match(asks).total, 1u);
}

TEST_F(MatchTest, ARecordThatIsNotStoredMayAsk) {
  home_.apply(driver(10));
  Vacancy unknown = vacancy_;
  unknown.system.code = code25(99);
  MatchRequest asks;
  asks.question = Record(unknown);
  EXPECT_EQ(match(asks).total, 1u);
}

TEST_F(MatchTest, FiltersHoldForResultsAndForWhatWouldBeGained) {
  home_.apply(driver(10));
  home_.apply(small_cv(11, today));
  MatchRequest elsewhere = request();
  elsewhere.filters = {{"territory", {"08"}}};
  const MatchAnswer answer = match(elsewhere);
  EXPECT_EQ(answer.total, 0u);
  EXPECT_TRUE(answer.relax.empty());
}

TEST_F(MatchTest, WithoutRecordsThereAreNumbersAndScores) {
  home_.apply(driver(10));
  MatchRequest bare = request();
  bare.records = false;
  const MatchAnswer answer = match(bare);
  ASSERT_EQ(answer.results.size(), 1u);
  EXPECT_EQ(answer.results[0].score, match(request()).results.at(0).score);
  EXPECT_TRUE(answer.results[0].code.empty());
  EXPECT_TRUE(answer.results[0].criteria.empty());
}

TEST_F(MatchTest, WhatCannotBeIsRefused) {
  MatchRequest unknown;
  unknown.question = RecordCode{Collection::vacancies, code25(404)};
  expect_refused(unknown, Code::not_found, "");
  MatchRequest text = request();
  text.settings = {{Criterion::text, CriterionKind::must, {}}};
  expect_refused(text, Code::invalid, "text");
  MatchRequest heavy = request();
  heavy.settings = {{Criterion::skill, {}, most_weight + 1}};
  expect_refused(heavy, Code::invalid, "1000");
  MatchRequest wide = request();
  wide.radius_km = 501;
  expect_refused(wide, Code::invalid, "500");
  wide.radius_km = 0;
  expect_refused(wide, Code::invalid, "500");
  MatchRequest many = request();
  many.limit = 1'001;
  expect_refused(many, Code::invalid, "1000");
  MatchRequest filtered = request();
  filtered.filters = {{"colour", {"red"}}};
  expect_refused(filtered, Code::invalid, "colour");
  filtered.filters = {{"incentive", {"certo"}}};
  expect_refused(filtered, Code::invalid, "incentive");
}

TEST_F(MatchTest, HiddenContactsAreInNoResult) {
  Cv cv = driver(10);
  cv.system.contacts_visible = false;
  home_.apply(cv);
  const MatchAnswer answer = match(request());
  ASSERT_EQ(answer.results.size(), 1u);
  EXPECT_TRUE(std::get<Cv>(answer.results[0].view.record).person.surname.empty());
}

}  // namespace
}  // namespace incontro
