// CVs written for a vacancy, and those with one requirement broken: their form. Whether they meet
// what the vacancy asks, tests/bench judges.

#include <gtest/gtest.h>
#include <incontro/check.h>
#include <incontro/export.h>
#include <incontro/synth.h>

#include <set>

#include "support/ingest_records.h"
#include "support/seed.h"

namespace incontro {
namespace {

const Date today = test::day(2026, 11, 23);

std::vector<Cv> all_broken(const Generator& generator, const Vacancy& vacancy, std::uint64_t n) {
  std::vector<Cv> broken;
  const Cv whole = generator.cv_for(vacancy, n);
  for (std::size_t i = 0; i < requirement_count; ++i)
    if (auto cv = generator.broken(whole, vacancy, static_cast<Requirement>(i), n + 1 + i))
      broken.push_back(std::move(*cv));
  return broken;
}

TEST(WrittenCv, PassesTheChecksWithoutARemarkWholeAndBroken) {
  const std::uint64_t seed = test_seed(7);
  for (const Date day : {today, test::day(2012, 12, 5)}) {
    const Generator generator(seed, day);
    for (std::uint64_t n = 0; n < 150; ++n) {
      const Vacancy vacancy = generator.vacancy(n);
      std::vector<Cv> made = all_broken(generator, vacancy, 1'000 + 20 * n);
      made.push_back(generator.cv_for(vacancy, 1'000 + 20 * n));
      for (const Cv& cv : made) {
        const CheckedFile checked = check_file(to_xml(cv));
        ASSERT_TRUE(checked.findings.empty()) << n << "\n" << test::told(checked.findings);
        EXPECT_EQ(std::get<Cv>(checked.content), cv);
      }
    }
  }
}

TEST(WrittenCv, IsAlwaysTheSameAndHasTheCodeOfItsNumber) {
  const Generator generator(2012, today), again(2012, today);
  std::set<std::string> codes;
  for (std::uint64_t n = 0; n < 40; ++n) {
    const Vacancy vacancy = generator.vacancy(n);
    const Cv cv = generator.cv_for(vacancy, 500'000 + n);
    EXPECT_EQ(cv, again.cv_for(vacancy, 500'000 + n));
    EXPECT_TRUE(cv.system.code.ends_with(std::to_string(500'000 + n)));
    EXPECT_EQ(all_broken(generator, vacancy, 600'000 + 20 * n),
              all_broken(again, vacancy, 600'000 + 20 * n));
    codes.insert(cv.system.code);
    for (const Cv& broken : all_broken(generator, vacancy, 600'000 + 20 * n))
      EXPECT_TRUE(codes.insert(broken.system.code).second) << broken.system.code;
  }
}

TEST(WrittenCv, IsAboutTheVacancyInOtherSentences) {
  const Generator generator(2012, today);
  for (std::uint64_t n = 0; n < 300; ++n) {
    const Vacancy vacancy = generator.vacancy(n);
    const Cv cv = generator.cv_for(vacancy, n);
    EXPECT_EQ(cv.wanted.front().profession, vacancy.profession);
    for (const WantedJob& job : cv.wanted)
      if (job.description.size() > 40) {
        EXPECT_EQ(vacancy.description.find(job.description), std::string::npos);
      }
  }
}

TEST(WrittenCv, BreaksNothingThatIsNotAsked) {
  const Generator generator(2012, today);
  for (std::uint64_t n = 0; n < 100; ++n) {
    Vacancy vacancy = generator.vacancy(n);
    vacancy.education.clear();
    vacancy.languages.clear();
    vacancy.licences.clear();
    vacancy.certificates.clear();
    vacancy.professional_register = {};
    vacancy.mode = {};
    vacancy.experience_required = false;
    vacancy.transfers.reset();
    vacancy.own_transport = false;
    const Cv cv = generator.cv_for(vacancy, n);
    for (const Requirement unasked :
         {Requirement::education, Requirement::language, Requirement::licence,
          Requirement::certificate, Requirement::professional_register, Requirement::mode,
          Requirement::experience, Requirement::transfers, Requirement::transport})
      EXPECT_FALSE(generator.broken(cv, vacancy, unasked, n + 1)) << static_cast<int>(unasked);
  }
}

}  // namespace
}  // namespace incontro
