// Incentives on cards and pages and in JSON: the rule and how sure it is, beside the availability
// to work abroad; never the facts that they were read from.

#include <boost/json.hpp>

#include "portal_fixture.h"

namespace incontro::server {
namespace {

// On 23 November 2026 an apprentice by age and contract, and a woman without work for two years.
Cv cv_of(int number) {
  Cv cv = small_cv(number, today);
  cv.person.born = day(1999, 5, 17);
  cv.person.sex = "F";
  cv.wanted[0].contracts = {{"A02"}};
  cv.jobs.emplace_back();
  cv.jobs[0].title = "Impiegata";
  cv.jobs[0].to = day(2023, 1, 31);
  cv.diffusion = {"03"};
  return cv;
}

boost::json::object json_of(const Response& response) {
  return boost::json::parse(response.body).as_object();
}

TEST(IncentivePages, ShowOnTheCardTheSurestStatusBesideTheAvailabilityAbroad) {
  Portal portal;
  Cv certain = cv_of(1), possible = cv_of(2), nothing = cv_of(3);
  possible.wanted[0].contracts = {{"A00"}};
  nothing.wanted[0].contracts = {{"A05"}};
  nothing.person.sex = "M";
  nothing.person.born = day(1985, 1, 1);
  nothing.receives_benefits = false;
  possible.receives_benefits = nothing.receives_benefits;
  for (const Cv& cv : {certain, possible, nothing}) portal.home().apply(cv);
  const auto tags = [&](const Cv& cv) {
    const std::string body = portal.get("/curricula/" + cv.system.code).body;
    const std::size_t from = body.find("<ul class=\"tags\">");
    return body.substr(from, body.find("</ul>", from) - from);
  };
  EXPECT_TRUE(contains(tags(certain),
                       "Incentivi all’assunzione: certo</li><li class=\"tag tag-abroad\">"
                       "Disponibile a lavorare all’estero</li>"));
  EXPECT_TRUE(contains(tags(possible), "Incentivi all’assunzione: possibile"));
  EXPECT_FALSE(contains(tags(nothing), "Incentivi"));
  const std::string results = portal.get("/curricula").body;
  EXPECT_TRUE(contains(results, "Incentivi all’assunzione: certo"));
  EXPECT_TRUE(contains(results, "Incentivi all’assunzione: possibile"));
  EXPECT_TRUE(contains(results, "incentive=certo"));
  EXPECT_TRUE(contains(results, "incentive=possibile"));
  const std::string filtered = portal.get("/curricula?incentive=certo").body;
  EXPECT_TRUE(contains(filtered, certain.system.code));
  EXPECT_FALSE(contains(filtered, possible.system.code));
  EXPECT_TRUE(contains(filtered, "incentive=certo.apprendistato-2015")) << "its rules are opened";
}

TEST(IncentivePages, OfACvTellTheLawItsWorthAndWhatIsMissing) {
  Portal portal;
  portal.home().apply(cv_of(1));
  const std::string body = portal.get("/curricula/" + code25(1)).body;
  for (const char* text :
       {"id=\"incentivi\"", "Apprendistato", "D.Lgs. 81/2015, artt. 41-47",
        "Contributi ridotti per la durata dell", "Bonus donne", "D.L. 60/2024, art. 23",
        "Da verificare", "L’offerta deve prevedere", "Offerta pubblicata sul SIISL",
        "Non determinabili con i dati dichiarati"})
    EXPECT_TRUE(contains(body, text)) << text;
  for (const char* fact : {"1999", "17/05", "Meno di 30 anni", ">Donna<", ">F<"})
    EXPECT_FALSE(contains(body, fact)) << fact;
}

TEST(IncentivePages, OfAVacancyTellWhatItOpens) {
  Portal portal;
  Vacancy vacancy = vacancy_of(1);
  vacancy.contract = {"A02"};
  portal.home().apply(vacancy);
  const std::string body = portal.get("/offerte/" + vacancy.system.code).body;
  EXPECT_TRUE(contains(body, "Incentivi all’assunzione: possibile"));
  EXPECT_TRUE(contains(body, "Almeno 15 anni compiuti; Meno di 30 anni"));
}

TEST(IncentiveJson, HasRuleLawStatusAndWhatIsMissing) {
  Portal portal;
  portal.home().apply(cv_of(1));
  const auto cv = json_of(portal.get("/api/v1/cvs/" + code25(1)));
  const auto& incentives = cv.at("incentives").as_array();
  ASSERT_FALSE(incentives.empty());
  const auto& first = incentives.front().as_object();
  EXPECT_EQ(first.at("rule").as_string(), "apprendistato-2015");
  EXPECT_EQ(first.at("law").as_string(), "D.Lgs. 81/2015, artt. 41-47");
  EXPECT_EQ(first.at("status").as_string(), "certo");
  EXPECT_FALSE(first.contains("missing"));
  EXPECT_EQ(first.at("offer").as_array().size(), 1u);
  bool women = false;
  for (const auto& one : incentives)
    if (one.at("rule").as_string() == "bonus-donne-2024") {
      women = true;
      EXPECT_EQ(one.at("status").as_string(), "possibile");
      EXPECT_EQ(one.at("missing").as_array().size(), 1u);
    }
  EXPECT_TRUE(women);
  EXPECT_FALSE(cv.at("person").as_object().contains("sex"));
  const auto answer = json_of(portal.get("/api/v1/cvs"));
  EXPECT_EQ(answer.at("hits").at(0).at("incentive").as_string(), "certo");
}

TEST(IncentiveJson, SaysNothingWhereNoRuleHolds) {
  Portal portal;
  Vacancy vacancy = vacancy_of(1);
  vacancy.contract = {"A05"};
  portal.home().apply(vacancy);
  EXPECT_FALSE(
      json_of(portal.get("/api/v1/vacancies/" + vacancy.system.code)).contains("incentives"));
  const std::string body = portal.get("/offerte/" + vacancy.system.code).body;
  EXPECT_FALSE(contains(body, "id=\"incentivi\""));
}

}  // namespace
}  // namespace incontro::server
