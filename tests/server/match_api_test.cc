#include "match_fixture.h"

namespace incontro::server {
namespace {

long total_of(const std::string& body) { return first_number(body, R"re(^\{"total":(\d+),)re"); }

std::vector<std::string> codes_in(const std::string& body) {
  return all_of(body, R"re(\{"code":"(\d{25})","score")re");
}

// Digits behind the point, as the whole number that they are of 10^digits.
long whole(std::string decimal) {
  decimal.erase(decimal.find('.'), 1);
  return std::stol(decimal);
}

TEST(MatchApi, AnswersInBothDirectionsWithTheAgreedShape) {
  MatchPortal portal;
  for (const std::string& target : {portal.api_of_vacancy(), portal.api_of_cv()}) {
    const Response answer = portal.get(target + "?limit=3");
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.type, "application/json; charset=utf-8");
    EXPECT_GT(total_of(answer.body), 3) << answer.body;
    EXPECT_EQ(codes_in(answer.body).size(), 3U);
    for (const char* part :
         {"\"reciprocal\":", "\"title\":\"Sviluppatore software\"", "\"availability\":0",
          "\"criteria\":[{\"name\":\"profession\",\"kind\":\"must\",\"weight\":30,\"score\":1.0000,"
          "\"contribution\":0.",
          "\"evidence\":\"", "\"missing\":\"", "\"text\":\"", "\"relax\":[",
          "\"microseconds\":", "\"sequence\":"})
      EXPECT_TRUE(contains(answer.body, part)) << part << "\n" << answer.body;
  }
  EXPECT_TRUE(contains(portal.get(portal.api_of_vacancy() + "?limit=0").body, "\"results\":[]"));
}

TEST(MatchApi, TheContributionsAddUpToTheScoreDigitForDigit) {
  MatchPortal portal;
  int compared = 0;
  for (const std::string& target :
       {portal.api_of_vacancy(), portal.api_of_cv(), portal.api_of_vacancy() + "?weight.skill=999",
        portal.api_of_vacancy() + "?prefer=language&prefer=licence&weight.profession=7",
        portal.api_of_cv() + "?prefer=profession&salary=25000&weight.salary=13"}) {
    std::string body = portal.get(target).body;
    for (std::size_t at; (at = body.find("\"reciprocal\"")) != std::string::npos;) {
      const std::string head = body.substr(0, at);
      const long score = whole(all_of(head, R"re("score":(\d\.\d{6}),$)re").at(0));
      body.erase(0, at + 1);
      const std::string own = body.substr(0, body.find("\"reciprocal\""));
      long sum = 0;
      for (const std::string& part : all_of(own, R"re("contribution":(\d\.\d{6}),)re"))
        sum += whole(part);
      EXPECT_EQ(sum, score) << target << own;
      ++compared;
    }
  }
  EXPECT_GE(compared, 20);
}

TEST(MatchApi, AMustHoldsForAllResultsAndWhatIsPreferredAgainDoesNotExclude) {
  MatchPortal portal;
  const std::string target = portal.api_of_vacancy() + "?limit=100&";
  const std::string strict = portal.get(target).body;
  EXPECT_EQ(total_of(strict), 5)
      << "licence, English and contract: 6, 12, 18, 24, the one that asks";
  for (const std::string& code : codes_in(strict))
    EXPECT_TRUE(std::stol(code) % 6 == 0 || std::stol(code) == asking) << code;
  EXPECT_EQ(total_of(portal.get(target + "prefer=licence").body), 8);
  EXPECT_EQ(total_of(portal.get(target + "ignore=licence&prefer=language&prefer=contract").body),
            25)
      << "all, the CV that asks elsewhere too";
  const std::string bologna = portal.get(target + "must=territory&km=10").body;
  EXPECT_TRUE(std::ranges::count(codes_in(bologna), code25(12)));
  EXPECT_FALSE(std::ranges::count(codes_in(bologna), code25(18)));
  EXPECT_FALSE(contains(portal.get(target + "ignore=text").body, "\"name\":\"text\""));
  EXPECT_TRUE(contains(portal.get(target + "weight.text=77").body,
                       "\"name\":\"text\",\"kind\":\"preferred\",\"weight\":77,"));
}

TEST(MatchApi, PastWorkCountsOnlyWhereItIsAskedForAndIsNamed) {
  MatchPortal portal;
  portal.home().apply(former_programmer(2002));
  const std::string target = portal.api_of_vacancy() + "?limit=100";
  const std::string strict = portal.get(target).body,
                    open = portal.get(target + "&past_work=1").body;
  EXPECT_FALSE(std::ranges::count(codes_in(strict), code25(2002)));
  ASSERT_EQ(codes_in(open).back(), code25(2002)) << "after all who want the job";
  EXPECT_EQ(total_of(open), total_of(strict) + 1);
  EXPECT_EQ(portal.get(target + "&past_work=0").body.substr(0, 300), strict.substr(0, 300));
  EXPECT_FALSE(contains(strict, "past_work"));
  EXPECT_TRUE(contains(open, "\"title\":\"Esperienza come: ")) << open;
  EXPECT_TRUE(contains(open, "\"past_work\":{\"code\":\"2.1.1.4.1.17\","));
  EXPECT_TRUE(
      contains(portal.get(target + "&past_work=1&lang=en").body, "\"title\":\"Experience as: "));
  EXPECT_EQ(total_of(portal.get("/api/v1/cvs/" + code25(2002) + "/vacancies").body), 0);
  EXPECT_GT(total_of(portal.get("/api/v1/cvs/" + code25(2002) + "/vacancies?past_work=1").body), 0);
}

TEST(MatchApi, FiltersOfTheFoundRecordsHoldAndAreThoseOfTheSearch) {
  MatchPortal portal;
  const std::string all = portal.api_of_vacancy() + "?limit=100&prefer=licence&prefer=language";
  EXPECT_LT(total_of(portal.get(all + "&territory=08").body), total_of(portal.get(all).body));
  EXPECT_EQ(total_of(portal.get(all + "&territory=08&territory=12").body),
            total_of(portal.get(all).body));
  EXPECT_EQ(portal.get(portal.api_of_vacancy() + "?sector=J").status, 400) << "CVs have none";
  EXPECT_EQ(portal.get(portal.api_of_cv() + "?sector=J").status, 200);
}

TEST(MatchApi, WhatIsToldToFallGivesExactlyThatManyMore) {
  MatchPortal portal;
  const std::string target = portal.api_of_vacancy() + "?must=territory&km=10";
  const std::string body = portal.get(target).body;
  const auto dropped = all_of(body, R"re("dropped":\["([a-z]+)"\])re");
  const auto gained = all_of(body, R"re("gained":(\d+))re");
  ASSERT_GE(dropped.size(), 2U) << body;
  ASSERT_EQ(dropped.size(), gained.size());
  for (std::size_t i = 0; i < dropped.size(); ++i) {
    std::string relaxed = target + "&prefer=" + dropped[i];
    if (dropped[i] == "territory") relaxed = portal.api_of_vacancy() + "?km=10";
    EXPECT_EQ(total_of(portal.get(relaxed).body), total_of(body) + std::stol(gained[i]))
        << dropped[i];
  }
}

TEST(MatchApi, ASalaryIsComparedWithWhatIsOffered) {
  MatchPortal portal;
  const std::string target = portal.api_of_cv() + "?limit=100&must=salary";
  const long all = total_of(portal.get(target).body);
  const long well_paid = total_of(portal.get(target + "&salary=35000").body);
  EXPECT_GT(well_paid, 0);
  EXPECT_LT(well_paid, all);
  EXPECT_EQ(total_of(portal.get(target + "&salary=41000").body), 0);
}

TEST(MatchApi, ReasonsAreInItalianUnlessEnglishIsAskedFor) {
  MatchPortal portal;
  const std::string italian = portal.get(portal.api_of_vacancy()).body,
                    english = portal.get(portal.api_of_vacancy() + "?lang=en").body;
  EXPECT_EQ(portal.get(portal.api_of_vacancy() + "?lang=it").body.substr(0, 400),
            italian.substr(0, 400));
  EXPECT_TRUE(contains(italian, "\"text\":\"Cerca: "));
  EXPECT_FALSE(contains(english, "\"text\":\"Cerca: "));
  EXPECT_EQ(codes_in(english), codes_in(italian));
}

TEST(MatchApi, RefusalsSayWhatToDo) {
  MatchPortal portal;
  const std::pair<const char*, const char*> cases[] = {
      {"must=patente", "profession, experience"},
      {"must=", "profession, experience"},
      {"ignore=Licence", "«Licence»"},
      {"must=text", "non può essere indispensabile"},
      {"must=freshness", "non può essere indispensabile"},
      {"must=skill&ignore=skill", "due volte"},
      {"weight.skill=4&weight.skill=5", "due volte"},
      {"weight.nulla=4", "«nulla»"},
      {"weight.=4", "profession, experience"},
      {"weight.skill=1001", "1.000"},
      {"weight.skill=-1", "1.000"},
      {"weight.skill=", "1.000"},
      {"weight.skill=4.5", "1.000"},
      {"km=0", "500"},
      {"km=501", "500"},
      {"salary=-5", "salary"},
      {"salary=10000001", "10.000.000"},
      {"limit=101", "100"},
      {"offset=100001", "100.000"},
      {"past_work=si", "past_work"},
      {"lang=de", "it, en"},
      {"territory=ZZZ", "facets=1"},
      {"colore=rosso", "must, prefer, ignore"},
  };
  for (const auto& [query, hint] : cases) {
    const Response answer = portal.get(portal.api_of_vacancy() + "?" + query);
    EXPECT_EQ(answer.status, 400) << query;
    EXPECT_EQ(answer.body.rfind("{\"error\":{\"code\":\"invalid\",\"message\":\"", 0), 0U) << query;
    EXPECT_TRUE(contains(answer.body, hint)) << query << answer.body;
  }
}

TEST(MatchApi, WhoAsksMustBePublic) {
  MatchPortal portal;
  EXPECT_EQ(portal.get("/api/v1/vacancies/nulla/candidates").status, 404);
  EXPECT_EQ(portal.get("/api/v1/cvs/" + code25(2000) + "/vacancies").status, 404);
  EXPECT_EQ(portal.get("/api/v1/cvs/" + code25(101) + "/vacancies").status, 404)
      << "a vacancy's code";
  Vacancy closure = vacancy_of(2001);
  closure.system.kind = Kind::close;
  closure.system.predecessor = code25(asking);
  portal.home().apply(closure);
  EXPECT_EQ(portal.get(portal.api_of_vacancy()).status, 410);
  EXPECT_EQ(portal.get("/api/v1/vacancies/" + code25(2001) + "/candidates").status, 404);
  portal.home().apply(small_vacancy(2002, today + std::chrono::days(3)));
  EXPECT_EQ(portal.get("/api/v1/vacancies/" + code25(2002) + "/candidates").status, 404)
      << "still to come";
}

TEST(MatchApi, NothingThatIsHiddenOfAPersonIsSaid) {
  MatchPortal portal;
  const std::string body = portal.get(portal.api_of_vacancy() + "?limit=100&prefer=licence").body;
  for (const char* never :
       {"persona@example.org", "Rossi", "Mario", "RSSMRA", "1980", "\"sex\"", "citizenship"})
    EXPECT_FALSE(contains(body, never)) << never;
}

}  // namespace
}  // namespace incontro::server
