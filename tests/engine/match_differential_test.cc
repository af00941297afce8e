// Matching against a judge that scores every record of the other collection by the definition.

#include <gtest/gtest.h>
#include <incontro/lifecycle.h>
#include <incontro/synth.h>

#include <algorithm>

#include "oracle/match_judge.h"
#include "support/home.h"
#include "support/seed.h"

namespace incontro {
namespace {

const Date today = Date{std::chrono::year{2012} / 12 / 5};

class MatchDifferential : public ::testing::Test {
 protected:
  MatchDifferential()
      : random_(test_seed(2012)),
        generator_(random_(), today),
        home_(today),
        judge_(today, default_validity_days) {}

  void load(std::size_t vacancies, std::size_t cvs) {
    std::vector<Record> records;
    for (std::size_t n = 0; n < vacancies; ++n) records.emplace_back(vary(generator_.vacancy(n)));
    for (std::size_t n = 0; n < cvs; ++n) records.emplace_back(vary(generator_.cv(n)));
    for (const Record& record : records) judge_.add(record);
    // In batches, so that blocks of several sizes come to be.
    for (std::size_t done = 0; done < records.size();) {
      const std::size_t size = std::min(records.size() - done, 1 + below(random_, 700));
      home_.apply(std::span(records).subspan(done, size));
      done += size;
    }
    records_ = std::move(records);
  }

  MatchRequest random_request() {
    MatchRequest request;
    const Record& record = records_[below(random_, records_.size())];
    if (once_in(5))
      request.question = record;
    else
      request.question = code_of(record);
    while (once_in(2)) request.settings.push_back(random_setting());
    if (once_in(4)) request.radius_km = 1 + static_cast<unsigned>(below(random_, 500));
    request.past_work = once_in(3);
    if (once_in(3)) request.lowest_salary = static_cast<std::uint32_t>(below(random_, 40'000));
    if (once_in(4))
      request.filters.push_back(once_in(2) ? Filter{"territory", {"08", "03"}}
                                           : Filter{"licence", {"02", "-"}});
    constexpr std::size_t limits[] = {0, 1, 10, 10, 50, 1'000};
    request.limit = limits[below(random_, std::size(limits))];
    if (once_in(3)) request.offset = below(random_, 30);
    return request;
  }

  void expect_the_same(const MatchRequest& request) {
    const auto* const code = std::get_if<RecordCode>(&request.question);
    const Record question =
        code ? home_.engine().store().record(*code)->record : std::get<Record>(request.question);
    SCOPED_TRACE("question " + code_of(question).value);
    const MatchJudge::Verdict verdict = judge_.answer(question, request);
    const auto answer = home_.engine().match(request);
    ASSERT_TRUE(answer) << answer.error().message;
    EXPECT_EQ(answer->total, verdict.results.size());
    found_ += answer->total;
    const std::size_t first = std::min(request.offset, verdict.results.size());
    ASSERT_EQ(answer->results.size(), std::min(request.limit, verdict.results.size() - first));
    for (std::size_t i = 0; i < answer->results.size(); ++i) {
      const MatchResult& result = answer->results[i];
      const auto& judged = verdict.results[first + i];
      EXPECT_EQ(result.number, judged.number) << "at " << i;
      EXPECT_EQ(result.score, judged.score) << "at " << i;
      EXPECT_EQ(result.reciprocal, judged.reciprocal) << "at " << i;
      Millionths sum = 0;
      for (const CriterionScore& part : result.criteria) sum += part.contribution;
      EXPECT_EQ(sum, result.score);
    }
    expect_the_same_gains(answer->relax, verdict);
  }

  static void expect_the_same_gains(const std::vector<MatchRelaxation>& relax,
                                    const MatchJudge::Verdict& verdict) {
    const auto single = std::ranges::count_if(verdict.gained, [](auto n) { return n > 0; });
    std::ptrdiff_t pairs = 0;
    for (const auto& row : verdict.gained_by_two)
      pairs += std::ranges::count_if(row, [](auto n) { return n > 0; });
    ASSERT_EQ(std::ssize(relax), std::min<std::ptrdiff_t>(5, single > 0 ? single : pairs));
    for (const MatchRelaxation& one : relax) {
      const auto a = static_cast<std::size_t>(one.dropped.front());
      const auto b = static_cast<std::size_t>(one.dropped.back());
      EXPECT_EQ(one.gained, single > 0 ? verdict.gained[a] : verdict.gained_by_two[a][b])
          << criteria()[a].name << ", " << criteria()[b].name;
    }
    EXPECT_TRUE(std::ranges::is_sorted(relax, std::greater<>(), &MatchRelaxation::gained));
  }

  std::uint32_t random_weight() {
    constexpr std::uint32_t weights[] = {0, 1, 7, 100, most_weight};
    return weights[below(random_, std::size(weights))];
  }

  std::uint64_t found() const { return found_; }

 private:
  bool once_in(std::size_t times) { return below(random_, times) == 0; }

  CriterionSetting random_setting() {
    CriterionSetting setting;
    const std::size_t i = below(random_, criterion_count);
    setting.criterion = static_cast<Criterion>(i);
    if (!once_in(3)) {
      setting.kind = static_cast<CriterionKind>(below(random_, 3));
      if (setting.kind == CriterionKind::must && !criteria()[i].may_be_must) setting.kind = {};
    }
    if (once_in(2)) setting.weight = random_weight();
    return setting;
  }

  // What the generator never makes: missing values, strange combinations.
  Vacancy vary(Vacancy vacancy) {
    if (once_in(20)) vacancy.profession = {};
    if (once_in(10)) vacancy.workplace = {once_in(2) ? "Z110" : once_in(2) ? "BO" : ""};
    if (once_in(10)) vacancy.licences = {{"03"}, {"02"}};
    if (once_in(10)) vacancy.certificates = {{"20"}};
    if (once_in(10)) vacancy.languages.push_back({{"003"}, {"B2"}, {}, {"C1"}});
    if (once_in(10)) vacancy.system.expires = date_of(vacancy.system.inserted);
    if (once_in(20)) vacancy.gross_salary = "999999999";
    return vacancy;
  }
  Cv vary(Cv cv) {
    if (once_in(10)) cv.person.home = {once_in(2) ? "Z110" : once_in(2) ? "08" : ""};
    if (once_in(10)) cv.licences = {{"04"}};
    if (once_in(10)) cv.wanted.push_back(cv.wanted.front());
    if (once_in(10)) cv.wanted.front().contracts.clear();
    if (once_in(10)) cv.jobs.clear();
    if (once_in(10)) cv.system.expires = date_of(cv.system.inserted);
    if (once_in(20)) cv.wanted.resize(1);
    return cv;
  }

  std::mt19937_64 random_;
  Generator generator_;
  TestHome home_;
  MatchJudge judge_;
  std::vector<Record> records_;
  std::uint64_t found_ = 0;
};

TEST_F(MatchDifferential, TotalsResultsScoresAndGainsAreThoseOfTheDefinition) {
  load(1'000, 1'000);
  for (int i = 0; i < 100 && !HasFailure(); ++i) {
    SCOPED_TRACE("request " + std::to_string(i));
    expect_the_same(random_request());
  }
  EXPECT_GT(found(), 1'000u);
}

// With no musts all pass, and most are left out without being asked for their skills and words.
TEST_F(MatchDifferential, TheFewBestOfVeryManyAreThoseOfTheDefinition) {
  load(3'000, 3'000);
  for (int i = 0; i < 24 && !HasFailure(); ++i) {
    SCOPED_TRACE("request " + std::to_string(i));
    MatchRequest request = random_request();
    request.filters.clear();
    request.limit = 1 + static_cast<std::size_t>(i % 12);
    for (const CriterionInfo& criterion : criteria())
      request.settings.push_back({criterion.criterion, CriterionKind::preferred, random_weight()});
    expect_the_same(request);
  }
  EXPECT_GT(found(), 50'000u);
}

TEST_F(MatchDifferential, AHomeWithoutRecordsOfTheOtherKindGivesNothing) {
  load(3, 0);
  expect_the_same(random_request());
  EXPECT_EQ(found(), 0u);
}

}  // namespace
}  // namespace incontro
