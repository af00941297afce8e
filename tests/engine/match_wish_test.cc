// What a person wants decides: past work satisfies no must on the profession unless one asks for
// it, counts less than any fitting wish, and is named where it is what matched.

#include <gmock/gmock.h>
#include <incontro/synth.h>

#include "support/home.h"
#include "support/records.h"
#include "support/seed.h"

namespace incontro {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Date today = day(2012, 12, 5);

struct Trade {
  const char *code, *title;
};
constexpr Trade cook{"5.2.2.1.0.4", "Cuoco"}, dishwasher{"8.1.4.2.0", "Lavapiatti"},
    nurse{"3.2.1.1.1", "Infermiera"}, driver{"7.4.2.3.0", "Autista"},
    carer{"5.4.4.3.0", "Assistente familiare"}, programmer{"2.1.1.4.1.17", "Sviluppatore"};

Job job_done(const Trade& trade) {
  Job job;
  job.profession = {trade.code};
  job.from = today - std::chrono::days(3'000);
  job.to = today - std::chrono::days(1'000);
  return job;
}

Cv person(int number, std::initializer_list<Trade> wanted, std::initializer_list<Trade> done = {}) {
  Cv cv = small_cv(number, today);
  cv.person.home = {"A944"};
  cv.wanted.clear();
  for (const Trade& trade : wanted) {
    WantedJob& job = cv.wanted.emplace_back();
    job.profession = {trade.code};
    job.title = trade.title;
  }
  for (const Trade& trade : done) cv.jobs.push_back(job_done(trade));
  return cv;
}

Vacancy offer(int number, const Trade& trade) {
  Vacancy vacancy = small_vacancy(number, today);
  vacancy.profession = {trade.code};
  vacancy.title = trade.title;
  return vacancy;
}

class MatchWish : public ::testing::Test {
 protected:
  MatchWish() : home_(today) {}

  MatchAnswer match(const Record& question, bool past_work = false,
                    std::vector<CriterionSetting> settings = {}) {
    MatchRequest request;
    request.question = question;
    request.past_work = past_work;
    request.settings = std::move(settings);
    auto answer = home_.engine().match(request);
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? std::move(*answer) : MatchAnswer{};
  }
  static std::vector<std::string> codes(const MatchAnswer& answer) {
    std::vector<std::string> codes;
    for (const MatchResult& result : answer.results) codes.push_back(result.code);
    return codes;
  }

  TestHome home_;
};

TEST_F(MatchWish, WhoOnceDidTheJobAndWantsAnotherIsNoCandidateUnlessPastWorkCounts) {
  const std::pair<Trade, Trade> pairs[] = {
      {cook, dishwasher}, {nurse, carer}, {driver, programmer}, {programmer, cook}};
  std::vector<Record> records;
  int number = 0;
  for (const auto& [asked, other] : pairs) {
    records.emplace_back(person(number++, {other}, {asked}));
    records.emplace_back(person(number++, {asked}));
    records.emplace_back(person(number++, {other, asked}, {other}));
  }
  home_.apply(records);
  number = 0;
  for (const auto& [asked, other] : pairs) {
    const std::string was = code25(number), wants = code25(number + 1),
                      wants_too = code25(number + 2);
    number += 3;
    const MatchAnswer strict = match(offer(900, asked));
    EXPECT_THAT(codes(strict),
                testing::AllOf(testing::Contains(wants), testing::Contains(wants_too),
                               testing::Not(testing::Contains(was))))
        << asked.title;
    const MatchAnswer open = match(offer(900, asked), true);
    EXPECT_GT(open.total, strict.total);
    ASSERT_THAT(codes(open), testing::Contains(was));
    const auto place = [&](const std::string& code) {
      return std::ranges::find(open.results, code, &MatchResult::code) - open.results.begin();
    };
    EXPECT_GT(place(was), place(wants)) << asked.title;
    EXPECT_GT(place(was), place(wants_too)) << asked.title;
  }
}

TEST_F(MatchWish, AWishForARelatedProfessionGoesBeforeTheVeryJobDone) {
  home_.apply(std::vector<Record>{person(1, {dishwasher}, {cook}),
                                  person(2, {{"5.2.2.4.0.1", "Aiuto barman"}}, {dishwasher})});
  for (const bool past_work : {false, true})
    EXPECT_EQ(codes(match(offer(9, cook), past_work,
                          {{Criterion::profession, CriterionKind::preferred, {}},
                           {Criterion::text, CriterionKind::ignored, {}}})),
              (std::vector{code25(2), code25(1)}));
}

TEST_F(MatchWish, VacanciesAreFoundForWhatTheCvWants) {
  home_.apply(std::vector<Record>{offer(1, cook), offer(2, dishwasher), offer(3, nurse)});
  const Cv cv = person(10, {dishwasher}, {cook});
  EXPECT_THAT(codes(match(cv)), ElementsAre(code25(2)));
  const MatchAnswer open = match(cv, true);
  EXPECT_THAT(codes(open), ElementsAre(code25(2), code25(1)));
  EXPECT_FALSE(open.results[0].past_work);
  ASSERT_TRUE(open.results[1].past_work);
  EXPECT_EQ(open.results[1].past_work->profession.value, cook.code);
}

TEST_F(MatchWish, WhatMatchedIsNamed) {
  home_.apply(std::vector<Record>{person(1, {dishwasher, driver, cook}, {nurse}),
                                  person(2, {dishwasher}, {cook, driver})});
  const MatchAnswer cooks = match(offer(9, cook), true);
  ASSERT_EQ(cooks.results.size(), 2u);
  EXPECT_EQ(cooks.results[0].availability, 2u);
  EXPECT_FALSE(cooks.results[0].past_work) << "a wish that fits needs no past";
  ASSERT_TRUE(cooks.results[1].past_work);
  EXPECT_EQ(cooks.results[1].past_work->italian, "Esperienza come: Cuoco antipastiere");
  EXPECT_EQ(cooks.results[1].past_work->english, "Experience as: Cuoco antipastiere");
  EXPECT_THAT(cooks.results[1].criteria[0].italian.text,
              HasSubstr("Ha lavorato come: Cuoco antipastiere, la stessa professione. Cerca: "));
  const MatchAnswer ignoring =
      match(offer(9, cook), false, {{Criterion::profession, CriterionKind::ignored, {}}});
  for (const MatchResult& result : ignoring.results) EXPECT_FALSE(result.past_work);
}

TEST_F(MatchWish, OfGeneratedPeopleTheFirstThreeWantTheClassThatIsAsked) {
  const Generator generator(test_seed(19), today);
  std::vector<Record> records;
  for (std::uint64_t n = 0; n < 1'500; ++n) records.emplace_back(generator.cv(n));
  home_.apply(records);
  const auto class_of = [](const std::string& code) {
    std::size_t end = 0;
    for (int part = 0; part < 3 && end != std::string::npos; ++part) end = code.find('.', end + 1);
    return code.substr(0, end);
  };
  std::size_t looked_at = 0;
  for (std::uint64_t n = 0; n < 150; ++n) {
    const Vacancy vacancy = generator.vacancy(n);
    MatchAnswer answer = match(vacancy);
    answer.results.resize(std::min<std::size_t>(answer.results.size(), 3));
    for (const MatchResult& result : answer.results) {
      const Cv& cv = std::get<Cv>(result.view.record);
      EXPECT_EQ(class_of(cv.wanted[result.availability].profession.value),
                class_of(vacancy.profession.value))
          << vacancy.system.code << " " << result.code;
      EXPECT_FALSE(result.past_work);
      ++looked_at;
    }
  }
  EXPECT_GT(looked_at, 100u);
}

}  // namespace
}  // namespace incontro
