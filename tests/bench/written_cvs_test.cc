// The known truth of the benchmark: a judge that knows only the records finds that a CV written for
// a vacancy has all that is asked, and that a broken one lacks what it was broken in and no more.

#include <gtest/gtest.h>

#include <array>

#include "matching/judge.h"
#include "matching/truth.h"
#include "support/records.h"
#include "support/seed.h"

namespace incontro::bench {
namespace {

constexpr Criterion judged[] = {
    Criterion::profession, Criterion::experience,  Criterion::education,
    Criterion::language,   Criterion::skill,       Criterion::professional_register,
    Criterion::licence,    Criterion::certificate, Criterion::contract,
    Criterion::mode,       Criterion::transfers,   Criterion::transport,
    Criterion::territory};

// The names of criteria in a failure's message.
std::string names(std::span<const Criterion> criteria_missed) {
  std::string out;
  for (const Criterion criterion : criteria_missed)
    out.append(criteria()[static_cast<std::size_t>(criterion)].name).append(" ");
  return out;
}

TEST(WrittenCvs, MeetAllThatIsAskedAndBrokenOnesAllButOne) {
  const Generator generator(test_seed(2012), day(2026, 11, 23));
  std::array<std::size_t, requirement_count> broken{};
  constexpr std::uint64_t count = 600;
  for (std::uint64_t n = 0; n < count; ++n) {
    const Vacancy vacancy = generator.vacancy(n);
    const Judge judge(vacancy);
    const Cv whole = generator.cv_for(vacancy, n);
    const std::vector<Criterion> missed = judge.missed(whole, judged);
    EXPECT_TRUE(missed.empty()) << n << ": " << names(missed);
    for (std::size_t i = 0; i < requirement_count; ++i) {
      const auto requirement = static_cast<Requirement>(i);
      const auto cv = generator.broken(whole, vacancy, requirement, n);
      if (!cv) continue;
      ++broken[i];
      const std::vector<Criterion> lost = judge.missed(*cv, judged);
      EXPECT_EQ(lost, std::vector{criterion_of(requirement)})
          << n << ", broken in " << names(std::array{criterion_of(requirement)}) << ": "
          << names(lost);
    }
  }
  for (std::size_t i = 0; i < requirement_count; ++i)
    EXPECT_GT(broken[i], 0u) << "requirement " << i << " is never broken";
}

TEST(WrittenCvs, PlainOnesMeetAllThatFieldsAsk) {
  const Generator generator(2012, day(2026, 11, 23));
  std::vector<Criterion> fields(std::begin(judged), std::end(judged));
  std::erase(fields, Criterion::skill);
  std::size_t with_all_skills = 0;
  constexpr std::uint64_t count = 300;
  for (std::uint64_t n = 0; n < count; ++n) {
    const Judge judge(generator.vacancy(n));
    const Cv cv = generator.cv_for(generator.vacancy(n), n, CvCare::plain);
    const std::vector<Criterion> missed = judge.missed(cv, fields);
    EXPECT_TRUE(missed.empty()) << n << ": " << names(missed);
    with_all_skills += judge.missed(cv, std::array{Criterion::skill}).empty();
  }
  EXPECT_LT(with_all_skills, count / 2);
}

TEST(WrittenCvs, ACvWrittenForNobodyRarelyMeetsAll) {
  const Generator generator(2012, day(2026, 11, 23));
  std::size_t all_met = 0;
  for (std::uint64_t n = 0; n < 100; ++n) {
    const Judge judge(generator.vacancy(n));
    for (std::uint64_t other = 0; other < 20; ++other)
      if (judge.missed(generator.cv(100 * n + other), judged).empty()) ++all_met;
  }
  EXPECT_LT(all_met, 5u) << "of 2,000";
}

TEST(WrittenCvs, StandAnywhereInTheTruthAndOnceEach) {
  const Generator generator(2012, day(2026, 11, 23));
  const Truth truth = make_truth(generator, {20, 30, 400});
  ASSERT_EQ(truth.vacancies.size(), 30u);
  ASSERT_EQ(truth.intended.size(), 20u);
  ASSERT_EQ(truth.written.size(), truth.cvs.size());
  std::size_t background = 0, first_half = 0;
  for (const auto& written : truth.written) background += !written;
  EXPECT_EQ(background, 400u + truth.plain.size());
  for (std::size_t n = 0; n < truth.intended.size(); ++n) {
    const auto& written = truth.written[truth.intended[n]];
    ASSERT_TRUE(written);
    EXPECT_EQ(written->vacancy, n);
    EXPECT_FALSE(written->broken);
    first_half += truth.intended[n] < truth.cvs.size() / 2;
  }
  for (const std::size_t plain : truth.plain) EXPECT_FALSE(truth.written[plain]);
  EXPECT_GT(first_half, 2u);
  EXPECT_LT(first_half, 18u);
}

}  // namespace
}  // namespace incontro::bench
