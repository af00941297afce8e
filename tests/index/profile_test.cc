#include <gmock/gmock.h>
#include <incontro/document.h>
#include <incontro/privacy.h>

#include <algorithm>
#include <functional>

#include "profile/asked_months.h"
#include "support/records.h"

namespace incontro {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Date today = day(2024, 6, 15);

Profile profile_of_view(const Record& record) { return profile_of(public_view(record), {}); }

template <Table T>
CodeIndex row(const char* code) {
  return code_table(T).find(code).value();
}

template <Table T>
unsigned bit(const char* code) {
  return 1u << row<T>(code);
}

TEST(MonthOf, CountsFromJanuary1900AndIsClamped) {
  EXPECT_EQ(month_of(day(1900, 1, 1)), 0);
  EXPECT_EQ(month_of(day(1900, 2, 28)), 1);
  EXPECT_EQ(month_of(day(2012, 12, 31)), 112 * 12 + 11);
  EXPECT_EQ(month_of(day(1, 1, 1)), 0);
  EXPECT_LT(month_of(day(9999, 12, 31)), no_month);
}

TEST(Profile, OfACvHoldsEachWantedJobWithItsOwnAvailability) {
  Cv cv = small_cv(1, today);
  cv.wanted[0].experienced = true;
  cv.wanted[0].transfers = false;
  cv.wanted[0].contracts = {{"A00"}, {"A02"}, {"X99"}};
  cv.wanted.emplace_back();
  cv.wanted[1].profession = {"9.9.9"};
  cv.wanted[1].own_transport = true;
  cv.wanted[1].modes = {{"PT"}, {"FT"}, {"PT"}};
  const Availability first{.profession = row<Table::profession>("2.1.1.4.1.17"),
                           .contracts = static_cast<std::uint8_t>(bit<Table::contract>("A00") |
                                                                  bit<Table::contract>("A02")),
                           .transfers = Stated::no,
                           .experience = Stated::yes};
  const Availability second{.modes = static_cast<std::uint8_t>(bit<Table::working_mode>("PT") |
                                                               bit<Table::working_mode>("FT")),
                            .transport = Stated::yes};
  EXPECT_THAT(profile_of_view(cv).availabilities, ElementsAre(first, second));
}

TEST(Profile, OfAnEmptyRecordSaysNothingInOneAvailability) {
  for (const Record& record : {Record(Vacancy()), Record(Cv())}) {
    Profile nothing;
    nothing.availabilities.resize(1);
    EXPECT_EQ(profile_of_view(record), nothing);
  }
}

TEST(Profile, OfACvHoldsWhatItStates) {
  Cv cv = small_cv(1, today);
  cv.diffusion = {"03"};
  cv.education = {{{"20"}, "", ""}, {{"72"}, "", ""}, {{"40"}, "", ""}, {{"ZZ"}, "", ""}};
  cv.licences = {{"02"}, {"99"}, {"03"}};
  cv.certificates = {{"21"}};
  cv.registers = {{"0001"}, {"0004"}, {"9999"}};
  const Profile profile = profile_of(public_view(Record(cv)), {3, 9});
  EXPECT_EQ(profile.place, row<Table::territory>("H501"));
  EXPECT_TRUE(profile.abroad);
  EXPECT_EQ(profile.education, 8);  // rank 7
  EXPECT_EQ(profile.licences, bit<Table::licence>("02") | bit<Table::licence>("03"));
  EXPECT_EQ(profile.certificates, bit<Table::certificate>("21"));
  EXPECT_EQ(profile.registers,
            bit<Table::professional_register>("0001") | bit<Table::professional_register>("0004"));
  EXPECT_THAT(profile.skills, ElementsAre(3, 9));
  cv.diffusion = {"02"};
  EXPECT_FALSE(profile_of_view(cv).abroad);
}

TEST(Profile, OfAVacancyHoldsWhatItOffersAndAsks) {
  Vacancy vacancy = small_vacancy(1, today);
  vacancy.mode = {"FT"};
  vacancy.experience_required = true;
  vacancy.transfers = true;
  vacancy.own_transport = false;
  vacancy.education = {{{"70"}, "", ""}, {{"40"}, "", ""}, {{"ZZ"}, "", ""}};
  vacancy.professional_register = {"0002"};
  vacancy.licences = {{"01"}};
  vacancy.certificates = {{"20"}, {"20"}};
  vacancy.gross_salary = "28000";
  vacancy.experience = "almeno 2 anni";
  const Profile profile = profile_of_view(vacancy);
  EXPECT_THAT(
      profile.availabilities,
      ElementsAre(Availability{.profession = row<Table::profession>("2.1.1.4.1.17"),
                               .contracts = 1,
                               .modes = static_cast<std::uint8_t>(bit<Table::working_mode>("FT")),
                               .transfers = Stated::yes,
                               .transport = Stated::no,
                               .experience = Stated::yes}));
  EXPECT_EQ(profile.place, row<Table::territory>("A944"));
  EXPECT_FALSE(profile.abroad);
  EXPECT_EQ(profile.education, 5);  // the lowest: rank 4
  EXPECT_EQ(profile.registers, bit<Table::professional_register>("0002"));
  EXPECT_EQ(profile.licences, bit<Table::licence>("01"));
  EXPECT_EQ(profile.certificates, bit<Table::certificate>("20"));
  EXPECT_EQ(profile.salary, 28'000u);
  EXPECT_EQ(profile.months_asked, 24);
  vacancy.workplace = {"Z110"};
  EXPECT_TRUE(profile_of_view(vacancy).abroad);
}

TEST(Profile, TellsNoSchoolFromNothingStated) {
  Cv cv = small_cv(1, today);
  cv.education = {{{"00"}, "", ""}};
  EXPECT_EQ(profile_of_view(cv).education, 1);
}

TEST(Profile, ReadsASalaryOfNineDigitsAndNothingElse) {
  for (const auto& [text, salary] : {std::pair{"", 0u},
                                     {"999999999", 999'999'999u},
                                     {"1000000000", 0u},
                                     {"99999999999999999999", 0u},
                                     {"-5", 0u},
                                     {"20.000", 0u},
                                     {"20000 euro", 0u},
                                     {"000020000", 20'000u}}) {
    Vacancy vacancy = small_vacancy(1, today);
    vacancy.gross_salary = text;
    EXPECT_EQ(profile_of_view(vacancy).salary, salary) << text;
  }
}

Job job(const char* profession, std::optional<Date> from, std::optional<Date> to) {
  Job done;
  done.profession = {profession};
  done.from = from;
  done.to = to;
  return done;
}

TEST(Profile, OfACvHoldsItsJobsWithProfessionAndDatesInOrder) {
  Cv cv = small_cv(1, today);
  cv.jobs = {
      job("2.1.1.4.1.17", day(2020, 3, 10), std::nullopt),      // goes on
      job("5.1.2.2.0.6", day(2010, 1, 31), day(2010, 1, 31)),   // one day: one month
      job("5.1.2.2.0.6", day(2008, 1, 1), day(2009, 1, 1)),     // a year
      job("5.1.2.2.0.6", day(2009, 1, 1), day(2008, 1, 1)),     // turned round
      job("5.1.2.2.0.6", std::nullopt, day(2008, 1, 1)),        // no beginning
      job("nonsense", day(2008, 1, 1), day(2009, 1, 1)),        // no profession
      job("", day(2008, 1, 1), day(2009, 1, 1)),                // none
      job("2.1.1.4.1.17", day(2025, 1, 1), std::nullopt),       // still to come
      job("2.1.1.4.1.17", day(2023, 5, 1), day(9999, 12, 31)),  // has no end
      job("2.1.1.4.1.17", day(1, 1, 1), day(1899, 12, 31)),     // before all months
  };
  const CodeIndex developer = row<Table::profession>("2.1.1.4.1.17"),
                  clerk = row<Table::profession>("5.1.2.2.0.6");
  const auto month = [](int year, unsigned m) { return month_of(day(year, m, 1)); };
  EXPECT_THAT(profile_of_view(cv).jobs,
              ElementsAre(JobSpan{developer, 0, 1}, JobSpan{clerk, month(2008, 1), month(2009, 1)},
                          JobSpan{clerk, month(2010, 1), month(2010, 2)},
                          JobSpan{developer, month(2020, 3), month(2024, 6)},
                          JobSpan{developer, month(2023, 5), month(2024, 6)}));
}

TEST(Profile, HasEachLanguageOnceWithTheHighestOfItsLevels) {
  const std::vector<LanguageSkill> skills = {{{"002"}, {"B1"}, {""}, {"C2"}},
                                             {{"001"}, {"A1"}, {"X7"}, {""}},
                                             {{"nonsense"}, {"C1"}, {"C1"}, {"C1"}},
                                             {{"002"}, {"A2"}, {"B2"}, {"C1"}}};
  Cv cv = small_cv(1, today);
  cv.languages = skills;
  Vacancy vacancy = small_vacancy(1, today);
  vacancy.languages = skills;
  const LanguageLevels english{row<Table::language>("001"), 1, 0, 0},
      german{row<Table::language>("002"), 3, 4, 6};
  for (const Record& record : {Record(cv), Record(vacancy)})
    EXPECT_THAT(profile_of_view(record).languages, ElementsAre(english, german));
}

TEST(Profile, StaysTheSameWhoeverThePersonIs) {
  Cv cv = small_cv(1, today);
  cv.jobs = {job("5.1.2.2.0.6", day(2008, 1, 1), day(2009, 1, 1))};
  cv.education = {{{"40"}, "Perito", ""}};
  cv.wanted[0].contracts = {{"A02"}};  // an apprenticeship, which the incentive ties to an age
  const std::function<void(Person&)> changes[] = {
      [](Person& p) { p.sex = "F"; },
      [](Person& p) { p.born = day(2004, 2, 29); },
      [](Person& p) { p.birthplace = {"Z110"}; },
      [](Person& p) { p.citizenship = {"301"}; },
      [](Person& p) { p.name = "Perito Excel"; },
      [](Person& p) { p.surname = "Sviluppatore"; },
      [](Person& p) { p.fiscal_code = "XXXXXX04B69Z110X"; },
      [](Person& p) {
        p.contacts = {"Via C++ 2", "06123456", "333123456", "", "java@example.org"};
      },
  };
  for (const bool visible : {true, false}) {
    cv.system.contacts_visible = visible;
    const Profile profile = profile_of_view(cv);
    for (std::size_t i = 0; i < std::size(changes); ++i) {
      Cv other = cv;
      changes[i](other.person);
      EXPECT_EQ(profile_of_view(other), profile) << "change " << i;
    }
  }
}

TEST(Document, HoldsTheProfileWithTheSkillsThatItsTextNames) {
  const Analyzer analyzer;
  Vacancy vacancy = small_vacancy(1, today);
  vacancy.it_skills = "Excel, Excel";
  const Document document = make_document(analyzer, vacancy, 0);
  EXPECT_EQ(document.profile,
            profile_of(public_view(Record(vacancy)),
                       document.values[*find_field(Collection::vacancies, "skill")]));
  EXPECT_THAT(document.profile.skills, ::testing::Contains(row<Table::skill>("excel")));
}

TEST(Document, DigestCoversTheProfile) {
  const Analyzer analyzer;
  Cv cv = small_cv(1, today);
  cv.jobs = {job("5.1.2.2.0.6", day(2008, 1, 1), day(2009, 1, 1))};
  cv.languages = {{{"001"}, {"A1"}, {"A1"}, {"A1"}}};
  const Document document = make_document(analyzer, cv, 0);
  const std::function<void(Profile&)> changes[] = {
      [](Profile& p) { p.availabilities.emplace_back(); },
      [](Profile& p) { p.availabilities[0].transport = Stated::no; },
      [](Profile& p) { ++p.place; },
      [](Profile& p) { p.abroad = !p.abroad; },
      [](Profile& p) { ++p.education; },
      [](Profile& p) { ++p.licences; },
      [](Profile& p) { ++p.certificates; },
      [](Profile& p) { ++p.registers; },
      [](Profile& p) { ++p.months_asked; },
      [](Profile& p) { ++p.salary; },
      [](Profile& p) { ++p.jobs[0].to; },
      [](Profile& p) { ++p.languages[0].spoken; },
      [](Profile& p) { p.skills.push_back(0); },
  };
  for (std::size_t i = 0; i < std::size(changes); ++i) {
    Document other = document;
    changes[i](other.profile);
    EXPECT_NE(digest(other), digest(document)) << "change " << i;
  }
}

}  // namespace
}  // namespace incontro
