#include "portal_fixture.h"

namespace incontro::server {
namespace {

Vacancy titled(int number, std::string title, std::string place = "A944") {
  Vacancy v = vacancy_of(number);
  v.title = std::move(title);
  v.description = "";
  v.workplace = {std::move(place)};
  return v;
}

class SuggestPages : public ::testing::Test {
 protected:
  SuggestPages() {
    for (int i = 1; i <= 4; ++i) portal.home().apply(titled(i, "Cuoco"));
    for (int i = 5; i <= 6; ++i) portal.home().apply(titled(i, "Barista notturno", "H501"));
  }
  std::string body(const std::string& target) { return portal.get(target).body; }

  Portal portal;
};

TEST_F(SuggestPages, TheInterfaceSuggestsForBothBoxes) {
  const Response answer = portal.get("/api/v1/suggest?q=cuo");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.type, "application/json; charset=utf-8");
  EXPECT_EQ(answer.body,
            "{\"suggestions\":[{\"kind\":\"phrase\",\"text\":\"Cuoco\",\"words\":\"Cuoco\","
            "\"count\":4}]}");
  EXPECT_EQ(body("/api/v1/suggest?kind=where&q=rom&limit=1&collection=vacancies"),
            "{\"suggestions\":[{\"kind\":\"region\",\"text\":\"Emilia-Romagna\",\"field\":"
            "\"territory\",\"code\":\"08\",\"count\":4}]}");
  EXPECT_TRUE(contains(body("/api/v1/suggest?kind=where&q=bologna"), "Provincia di Bologna"));
  EXPECT_EQ(body("/api/v1/suggest"), "{\"suggestions\":[]}");
  EXPECT_EQ(body("/api/v1/suggest?q=cuo&collection=cvs"), "{\"suggestions\":[]}");
}

TEST_F(SuggestPages, TheInterfaceRefusesWhatItDoesNotKnow) {
  for (const auto& [query, hint] :
       {std::pair{"kind=wer", "what, where"}, std::pair{"collection=jobs", "vacancies, cvs"},
        std::pair{"limit=0", "20"}, std::pair{"limit=21", "20"}, std::pair{"limit=x", "20"},
        std::pair{"colore=rosso", "kind, q, collection, limit"}}) {
    const Response answer = portal.get(std::string("/api/v1/suggest?") + query);
    EXPECT_EQ(answer.status, 400) << query;
    EXPECT_TRUE(contains(answer.body, hint)) << answer.body;
  }
  EXPECT_EQ(portal.get("/api/v1/suggest?q=" + std::string(301, 'a')).status, 400);
  EXPECT_EQ(portal.get("/api/v1/suggest?q=%FF").status, 400);
}

TEST_F(SuggestPages, AnUnknownWordIsPutRightByALink) {
  const std::string page = body("/offerte?q=cuocco&territory=BO&sort=date");
  EXPECT_TRUE(contains(page, "Forse cercavi:")) << page;
  EXPECT_TRUE(contains(page, "<strong>cuoco</strong>"));
  EXPECT_TRUE(contains(page, "(4 risultati)"));
  EXPECT_TRUE(contains(page, "href=\"/offerte?q=cuoco&amp;territory=BO&amp;sort=date\""));
  EXPECT_FALSE(contains(body("/offerte?q=cuoco"), "Forse cercavi:"));
}

TEST_F(SuggestPages, APlaceNearlyTypedIsPutRightByALink) {
  const std::string page = body("/offerte?q=cuoco&dove=bolgona");
  EXPECT_TRUE(contains(page, "Forse cercavi:")) << page;
  EXPECT_TRUE(contains(page, "href=\"/offerte?q=cuoco&amp;territory="));
  EXPECT_TRUE(contains(page, "Bologna</strong>"));
}

TEST_F(SuggestPages, APlaceIsReadAsPeopleWriteIt) {
  for (const char* dove : {"Rome", "Roma,+Italia", "00184+Roma", "vicino+a+Roma", "Rom"}) {
    const Response answer = portal.get(std::string("/offerte?q=barista&dove=") + dove);
    EXPECT_EQ(header(answer, "Location"), "/offerte?q=barista&territory=H501") << dove;
  }
  for (const char* dove : {"Italia", "tutta+Italia", "ovunque"}) {
    const Response answer = portal.get(std::string("/offerte?q=barista&territory=BO&dove=") + dove);
    EXPECT_EQ(header(answer, "Location"), "/offerte?q=barista") << dove;
  }
}

TEST_F(SuggestPages, WhatIsNoPlaceIsSaidWithPlacesThatMayBeMeant) {
  const std::string near = body("/offerte?q=cuoco&dove=Bolomia");
  EXPECT_TRUE(contains(near, "Non conosciamo un luogo di nome «Bolomia»")) << near;
  EXPECT_TRUE(contains(near, "<strong>Bologna</strong>"));
  EXPECT_FALSE(contains(near, "Polonia"));
  const std::string empty = body("/offerte?q=cuoco&dove=Tornio");
  EXPECT_TRUE(contains(empty, "Nei luoghi dal nome simile non c’è nulla: Torino")) << empty;
  EXPECT_TRUE(contains(body("/offerte?dove=qwertyuiop"), "Non conosciamo un luogo di nome"));
  EXPECT_FALSE(contains(body("/offerte?q=cuoco"), "Non conosciamo"));
}

TEST_F(SuggestPages, FiltersThatWordsNameAreOfferedWithTheirCount) {
  const std::string page = body("/offerte?q=cuoco+bologna");
  EXPECT_TRUE(contains(page, "Filtra per:")) << page;
  EXPECT_TRUE(contains(page, "href=\"/offerte?q=cuoco&amp;territory=A944\""));
  EXPECT_TRUE(contains(page, ">Bologna</a> <span class=\"count\">(4)</span>"));
  EXPECT_FALSE(contains(body("/offerte?q=cuoco"), "Filtra per:"));
  const std::string json = body("/api/v1/vacancies?q=cuoco+bologna&limit=0");
  EXPECT_TRUE(contains(json,
                       "\"filters\":[{\"field\":\"territory\",\"code\":\"A944\",\"label\":"
                       "\"Bologna (BO)\",\"words\":\"cuoco\",\"count\":4}]"))
      << json;
  EXPECT_TRUE(contains(body("/api/v1/vacancies?q=cuocco&limit=0"),
                       "\"did_you_mean\":{\"text\":\"cuoco\",\"count\":4}"));
}

TEST_F(SuggestPages, WhereNothingIsFoundThePageSaysWhatToDrop) {
  const std::string page = body("/offerte?q=barista&territory=BO");
  EXPECT_TRUE(contains(page, "Togli la parola «barista»</a> <span class=\"count\">(4 risultati)"));
  EXPECT_TRUE(contains(page, "Togli il filtro «Luogo»</a> <span class=\"count\">(2 risultati)"));
  EXPECT_TRUE(contains(page, "href=\"/offerte?q=barista\""));
  EXPECT_TRUE(contains(page, "href=\"/offerte?territory=BO\""));
  EXPECT_TRUE(
      contains(body("/offerte?q=%22cuoco+notturno%22+cuoco"), "Togli la frase «cuoco notturno»"));
  EXPECT_TRUE(contains(body("/offerte?q=cuoco+-cuoco"), "Togli l’esclusione «cuoco»"));
  EXPECT_TRUE(contains(body("/offerte?q=cuoco+wxyz&territory=H501"),
                       "Togli il filtro «Luogo» e la parola «wxyz»"));
  for (const std::string& link : links_in(page))
    EXPECT_TRUE(link.empty() || portal.get(link).status == 200) << link;
}

TEST_F(SuggestPages, HostileTextsStayText) {
  for (const char* typed : {"%3Cscript%3Ealert(1)%3C%2Fscript%3E+cuoco",
                            "%22%3E%3Cimg+src%3Dx%3E+cuoco", "%7B%7Bt.x%7D%7D+cuoco"}) {
    const std::string page = body(std::string("/offerte?q=") + typed);
    EXPECT_FALSE(contains(page, "<script>alert") || contains(page, "<img src=x")) << page;
    EXPECT_TRUE(contains(page, "Togli")) << typed;
  }
}

TEST_F(SuggestPages, TheBoxesWorkWithAScriptOfOurOwnOrWithout) {
  const std::string page = body("/offerte");
  EXPECT_TRUE(contains(page, "<script src=\"/static/"));
  EXPECT_TRUE(contains(page, "name=\"q\"") && contains(page, "name=\"dove\""));
  const std::size_t at = page.find("/static/", page.find("<script src="));
  const Response script = portal.get(page.substr(at, page.find('"', at) - at));
  EXPECT_EQ(script.status, 200);
  EXPECT_EQ(script.type, "text/javascript; charset=utf-8");
}

TEST_F(SuggestPages, HiddenContactsAreNotSuggestedAnywhere) {
  Vacancy hidden = titled(7, "Tornitore");
  hidden.system.contacts_visible = false;
  hidden.employer.name = "Segretissima S.p.A.";
  portal.home().apply(hidden);
  Cv cv = small_cv(8, today);
  cv.person.surname = "Nascostini";
  portal.home().apply(cv);
  portal.home().engine().refresh_suggestions();
  for (const char* where : {"/api/v1/suggest?q=segret", "/api/v1/suggest?q=nascost&collection=cvs"})
    EXPECT_EQ(body(where), "{\"suggestions\":[]}");
  EXPECT_FALSE(contains(body("/offerte?q=segretisima"), "egretissima"));
  EXPECT_FALSE(contains(body("/curricula?q=nascostinni"), "ascostini\""));
}

}  // namespace
}  // namespace incontro::server
