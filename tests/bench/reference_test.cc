// The public baseline, dimension by dimension.

#include "matching/reference.h"

#include <gtest/gtest.h>

#include <functional>

#include "support/records.h"

namespace incontro::bench {
namespace {

// A vacancy that asks for everything, and a CV that has it all.
Vacancy asking() {
  Vacancy v = small_vacancy(1, day(2012, 12, 5));
  v.education = {{{"71"}, "", ""}};
  v.experience_required = true;
  v.it_skills = "Excel, Linux";
  v.languages = {{{"001"}, {"B2"}, {"B1"}, {"B1"}}};
  v.licences = {{"02"}};
  v.certificates = {{"20"}};
  v.professional_register = {"0013"};
  v.mode = {"FT"};
  v.transfers = true;
  v.own_transport = true;
  return v;
}

Cv having() {
  Cv cv = small_cv(1, day(2012, 12, 5));
  cv.person.home = {"A944"};
  cv.education = {{{"71"}, "", ""}};
  cv.it_skills = "Excel e Linux";
  cv.languages = {{{"001"}, {"B2"}, {"B2"}, {"B1"}}};
  cv.licences = {{"02"}};
  cv.certificates = {{"20"}};
  cv.registers = {{"0013"}};
  cv.wanted[0].experienced = true;
  cv.wanted[0].transfers = true;
  cv.wanted[0].own_transport = true;
  return cv;
}

struct Case {
  const char* what;
  std::function<void(Vacancy&, Cv&)> change;
  std::uint32_t weighted;  // hundredths of a point
  bool exact;
};

TEST(Reference, FollowsItsTableDimensionByDimension) {
  const Case cases[] = {
      {"all met", [](Vacancy&, Cv&) {}, 10'000, true},
      {"another degree of the group", [](Vacancy&, Cv& cv) { cv.education[0].level = {"72"}; },
       9'800, false},
      {"a doctorate is no neighbour of a degree",
       [](Vacancy&, Cv& cv) { cv.education[0].level = {"90"}; }, 8'000, false},
      {"a neighbouring level", [](Vacancy&, Cv& cv) { cv.education[0].level = {"60"}; }, 9'600,
       false},
      {"no education told", [](Vacancy&, Cv& cv) { cv.education.clear(); }, 8'000, false},
      {"any degree asked", [](Vacancy& v, Cv&) { v.education[0].level = {"70"}; }, 9'800, true},
      {"the first of several asked",
       [](Vacancy& v, Cv&) {
         v.education.push_back({{"20"}, "", ""});
       },
       10'000, true},
      {"the same unit", [](Vacancy&, Cv& cv) { cv.wanted[0].profession = {"2.1.1.4.1.2"}; }, 9'800,
       false},
      {"the same category", [](Vacancy&, Cv& cv) { cv.wanted[0].profession = {"2.1.1.4.2.1"}; },
       9'600, false},
      {"another trade", [](Vacancy&, Cv& cv) { cv.wanted[0].profession = {"5.2.2.1.0.1"}; }, 8'000,
       false},
      {"the best wanted job counts",
       [](Vacancy&, Cv& cv) {
         cv.wanted.insert(cv.wanted.begin(), cv.wanted[0]);
         cv.wanted[0].profession = {"5.2.2.1.0.1"};
       },
       10'000, true},
      {"a unit asked", [](Vacancy& v, Cv&) { v.profession = {"2.1.1.4.1.0"}; }, 9'800, true},
      {"no experience", [](Vacancy&, Cv& cv) { cv.wanted[0].experienced = false; }, 9'400, false},
      {"experience in a job done",
       [](Vacancy&, Cv& cv) {
         cv.wanted[0].experienced.reset();
         cv.jobs.emplace_back().profession = cv.wanted[0].profession;
       },
       10'000, false},
      {"one program of two, the other of another group",
       [](Vacancy&, Cv& cv) { cv.it_skills = "Excel"; }, 9'000, false},
      {"one program of two, and one of the other's group",
       [](Vacancy&, Cv& cv) { cv.it_skills = "Excel, Unix"; }, 9'600, false},
      {"a lower level of language", [](Vacancy&, Cv& cv) { cv.languages[0].written = {"A2"}; },
       9'000, false},
      {"no language", [](Vacancy&, Cv& cv) { cv.languages.clear(); }, 8'000, false},
      {"Italian of an Italian", [](Vacancy& v, Cv&) { v.languages[0].language = {"003"}; }, 10'000,
       true},
      {"Italian of a foreigner",
       [](Vacancy& v, Cv& cv) {
         v.languages[0].language = {"003"};
         cv.person.citizenship = {"201"};
       },
       8'000, false},
      {"licence C contains B", [](Vacancy&, Cv& cv) { cv.licences = {{"03"}}; }, 10'000, true},
      {"no licence costs nothing in the mean", [](Vacancy&, Cv& cv) { cv.licences.clear(); },
       10'000, false},
      {"no certificate", [](Vacancy&, Cv& cv) { cv.certificates.clear(); }, 10'000, false},
      {"no register", [](Vacancy&, Cv& cv) { cv.registers.clear(); }, 10'000, false},
      {"another contract", [](Vacancy&, Cv& cv) { cv.wanted[0].contracts = {{"A03"}}; }, 10'000,
       false},
      {"another mode", [](Vacancy&, Cv& cv) { cv.wanted[0].modes = {{"PT"}}; }, 10'000, false},
      {"no transfers", [](Vacancy&, Cv& cv) { cv.wanted[0].transfers.reset(); }, 10'000, false},
      {"no transport", [](Vacancy&, Cv& cv) { cv.wanted[0].own_transport = false; }, 10'000, false},
      {"another province", [](Vacancy&, Cv& cv) { cv.person.home = {"H501"}; }, 10'000, false},
  };
  for (const Case& one : cases) {
    Vacancy vacancy = asking();
    Cv cv = having();
    one.change(vacancy, cv);
    const ReferenceVacancy v(vacancy);
    const ReferenceCv c(cv);
    EXPECT_EQ(reference_weighted(v, c), one.weighted) << one.what;
    EXPECT_EQ(reference_exact(v, c), one.exact) << one.what;
  }
}

TEST(Reference, WhatIsNotStatedCountsInFull) {
  const Vacancy vacancy = small_vacancy(1, day(2012, 12, 5));
  Cv cv = small_cv(1, day(2012, 12, 5));
  cv.person.home = {"A944"};
  EXPECT_EQ(reference_weighted(ReferenceVacancy(vacancy), ReferenceCv(cv)), 10'000u);
  EXPECT_TRUE(reference_exact(ReferenceVacancy(vacancy), ReferenceCv(cv)));
}

}  // namespace
}  // namespace incontro::bench
