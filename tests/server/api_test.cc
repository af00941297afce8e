#include <incontro/json.h>

#include "portal_fixture.h"

namespace incontro::server {
namespace {

TEST(Api, AnswersWithHitsFacetsAndCounts) {
  Portal portal;
  for (int i = 1; i <= 3; ++i) portal.home().apply(vacancy_of(i));
  const Response answer = portal.get("/api/v1/vacancies?q=motore&territory=08&limit=2&facets=1");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.type, "application/json; charset=utf-8");
  EXPECT_EQ(answer.body.rfind("{\"total\":3,\"hits\":[{\"code\":\"", 0), 0U) << answer.body;
  for (const char* part :
       {"\"title\":\"Sviluppatore software\"", "\"published\":\"2026-11-23\"",
        "\"state\":\"active\"",
        "\"place\":{\"code\":\"A944\",\"label\":\"Bologna\",\"province\":{\"code\":\"BO\","
        "\"label\":"
        "\"Bologna\"},\"region\":{\"code\":\"08\",\"label\":\"Emilia-Romagna\"}}",
        "\"employer\":\"Officine Esempio S.r.l.\"", "\"facets\":{\"profession\":[{\"code\":\"2\"",
        "{\"code\":\"08\",\"label\":\"Emilia-Romagna\",\"count\":3,\"selected\":true}",
        "\"parent\":\"08\"", "\"microseconds\":"})
    EXPECT_TRUE(contains(answer.body, part)) << part << "\n" << answer.body;
  EXPECT_TRUE(contains(portal.get("/api/v1/vacancies").body, "\"facets\":{}"));
  EXPECT_TRUE(contains(portal.get("/api/v1/cvs?limit=0").body, "\"hits\":[]"));
}

TEST(Api, HighlightsAreTextInPiecesWhereTheyAreAskedFor) {
  Portal portal;
  Vacancy v = vacancy_of(1);
  v.title = "Cuoco \"di bordo\"";
  v.description = "Un <b>cuoco</b>\n\u202Ea bordo\u202C.";
  portal.home().apply(v);
  const std::string body = portal.get("/api/v1/vacancies?q=cuochi&highlight=1").body;
  EXPECT_TRUE(contains(
      body,
      "\"highlights\":{\"title\":[{\"text\":\"Cuoco\",\"marked\":true},{\"text\":\" \\\"di "
      "bordo\\\"\"}],\"passage\":[{\"text\":\"Un <b>\"},{\"text\":\"cuoco\",\"marked\":true},"
      "{\"text\":\"</b> \u202Ea bordo\u202C.\"}]}"))
      << body;
  EXPECT_FALSE(contains(portal.get("/api/v1/vacancies?q=cuochi").body, "highlights"));
}

TEST(Api, RefusalsSayWhatToDo) {
  Portal portal;
  const std::pair<const char*, const char*> cases[] = {
      {"colore=rosso", "territory"},
      {"limit=101", "100"},
      {"limit=-1", "limit"},
      {"limit=", "limit"},
      {"offset=1000001", "1.000.000"},
      {"sort=salary", "relevance, date"},
      {"facets=yes", "0, 1"},
      {"state=x", "expired"},
      {"highlight=yes", "0, 1"},
      {"contract=ZZ", "facets=1"},
      {"near=livo", "Livo (CO), Livo (TN)"},
      {"near=Bolgna", "Bologna (BO)"},
      {"near=vicino+al+mare", "near"},
      {"near=BO", "comune"},
      {"near=Francia", "comune"},
      {"near=A944&km=0", "500"},
      {"near=A944&km=501", "500"},
      {"near=A944&km=-3", "500"},
      {"km=20", "near"},
      {"sort=distance", "near"},
  };
  for (const auto& [query, hint] : cases) {
    const Response answer = portal.get(std::string("/api/v1/vacancies?") + query);
    EXPECT_EQ(answer.status, 400) << query;
    EXPECT_EQ(answer.body.rfind("{\"error\":{\"code\":\"invalid\",\"message\":\"", 0), 0U) << query;
    EXPECT_TRUE(contains(answer.body, hint)) << answer.body;
  }
  EXPECT_EQ(portal.get("/api/v1/cvs?sector=J").status, 400) << "CVs have no sector";
  EXPECT_EQ(portal.get("/api/v1/cvs/nulla").status, 404);
  EXPECT_EQ(portal.get("/api/v1/cvs?q=%FF").status, 400);
}

TEST(Api, NearAComuneEveryHitHasItsDistance) {
  Portal portal;
  Vacancy modena = vacancy_of(2), nowhere = vacancy_of(3);
  modena.workplace = {"F257"};
  nowhere.workplace = {"Z110"};
  for (const Vacancy& vacancy : {vacancy_of(1), modena, nowhere}) portal.home().apply(vacancy);
  for (const char* target : {"near=Bologna&km=50", "near=A944&km=50", "near=bologna+(BO)&km=50"}) {
    const std::string body =
        portal.get("/api/v1/vacancies?facets=1&sort=distance&" + std::string(target)).body;
    EXPECT_EQ(body.rfind("{\"total\":2,", 0), 0U) << body;
    const std::size_t first = body.find("\"distance_km\":0E0"),
                      second = body.find("distance_km\":3.6");
    EXPECT_LT(first, second) << body;
    EXPECT_NE(second, std::string::npos) << body;
    EXPECT_TRUE(contains(body, "{\"code\":\"08\",\"label\":\"Emilia-Romagna\",\"count\":2}"))
        << body;
  }
  EXPECT_TRUE(contains(portal.get("/api/v1/vacancies?near=Bologna").body, "{\"total\":1,"));
  EXPECT_FALSE(contains(portal.get("/api/v1/vacancies").body, "distance_km"));
}

TEST(Api, RanksCodesOfProfessionsForAText) {
  Portal portal;
  const Response answer = portal.get("/api/v1/professions?q=INFERMIERA&limit=2");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.type, "application/json; charset=utf-8");
  EXPECT_EQ(
      answer.body.rfind("{\"professions\":[{\"code\":\"3.2.1.1.1.1\",\"label\":\"Infermiere\","
                        "\"score\":1E0,\"title\":\"Infermiere\",\"exact\":true},{\"code\"",
                        0),
      0U)
      << answer.body;
  for (const char* nothing : {"", "?q=", "?q=qzxw", "?q=cuoco&limit=0"})
    EXPECT_EQ(portal.get(std::string("/api/v1/professions") + nothing).body,
              "{\"professions\":[]}");
  const std::pair<const char*, const char*> refused[] = {
      {"q=cuoco&territory=08", "q, limit"}, {"limit=101", "100"}, {"limit=x", "limit"}};
  for (const auto& [query, hint] : refused) {
    const Response refusal = portal.get(std::string("/api/v1/professions?") + query);
    EXPECT_EQ(refusal.status, 400) << query;
    EXPECT_TRUE(contains(refusal.body, hint)) << refusal.body;
  }
}

TEST(Api, ARecordHasAllItsPublicFields) {
  Portal portal;
  Cv cv = small_cv(1, today);
  cv.system.contacts_visible = true;
  cv.wanted[0].transfers = false;
  cv.languages = {{{"001"}, {"B2"}, {}, {}}};
  portal.home().apply(cv);
  const Response answer = portal.get("/api/v1/cvs/" + code25(1));
  for (const char* part :
       {"\"collection\":\"cvs\"", "\"state\":\"active\"", "\"transfers\":false", "\"read\":\"B2\"",
        "\"surname\":\"Rossi\"", "\"home\":{\"code\":\"H501\",\"label\":\"Roma\""})
    EXPECT_TRUE(contains(answer.body, part)) << part << "\n" << answer.body;
  for (const char* never : {"RSSMRA", "1980", "\"sex\"", "citizenship", "birth", "\"\""})
    EXPECT_FALSE(contains(answer.body, never)) << never;
}

}  // namespace
}  // namespace incontro::server
