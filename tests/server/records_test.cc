#include "portal_fixture.h"

namespace incontro::server {
namespace {

// On every page of the portal there is no element or attribute of a stranger.
constexpr char hostile[] =
    "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{t.x}}";

void expect_harmless(const Response& response, const std::string& where) {
  EXPECT_FALSE(contains(response.body, "<script>alert")) << where;
  EXPECT_FALSE(contains(response.body, "<img")) << where;
  EXPECT_FALSE(contains(response.body, "\"'>")) << where;
  for (const char* scheme : {"href=\"javascript:", "href=\"data:", "\"style=", "\"onclick="})
    EXPECT_FALSE(contains(response.body, scheme)) << where << " " << scheme;
}

TEST(Records, HostileTextsAreOnlyTexts) {
  Portal portal;
  Vacancy v = vacancy_of(1);
  v.title = v.description = v.experience = v.employer.name = v.duration = hostile;
  v.employer.web = "javascript:alert(1)";
  v.employer.contacts = {hostile, hostile, "", hostile, "a\"onclick=x@example.org"};
  v.system.intermediary = center();
  v.system.intermediary.name = hostile;
  v.gross_salary = "12<b>";
  portal.home().apply(v);
  Cv cv = small_cv(2, today);
  cv.system.contacts_visible = true;
  cv.person.surname = cv.person.name = hostile;
  cv.wanted[0].title = cv.wanted[0].description = cv.it_skills = hostile;
  cv.jobs = {{{}, {}, hostile, hostile, hostile, hostile, {}, {}}};
  portal.home().apply(cv);
  const std::string typed = percent_encode(hostile);
  for (const std::string& target :
       {"/offerte/" + v.system.code, "/curricula/" + cv.system.code, std::string("/offerte"),
        std::string("/curricula"), "/offerte?q=" + typed, "/offerte?dove=" + typed,
        "/curricula?q=" + typed + "&page=1", "/offerte?contract=" + typed, "/" + typed,
        "/contatti/inviato?numero=" + typed, "/offerte/" + typed}) {
    const Response response = portal.get(target);
    EXPECT_NE(response.status, 500) << target;
    expect_harmless(response, target);
  }
  const Response page = portal.get("/offerte/" + v.system.code);
  EXPECT_TRUE(contains(page.body, "&lt;/script&gt;")) << "shown, escaped";
  const std::size_t ld = page.body.find("application/ld+json\">");
  ASSERT_NE(ld, std::string::npos);
  EXPECT_EQ(page.body.find("</script>", ld), page.body.find('<', ld)) << "ends where it should";
}

TEST(Records, AVacancyShowsItsFieldsInItalianAndIsAJobPosting) {
  Portal portal;
  Vacancy v = vacancy_of(1);
  v.employer.web = "https://www.example.org/lavora";
  v.gross_salary = "30000";
  v.languages = {{{"001"}, {"B2"}, {"B1"}, {"C1"}}};
  v.licences = {{"02"}};
  portal.home().apply(v);
  const Response page = portal.get("/offerte/" + v.system.code);
  EXPECT_EQ(page.status, 200);
  for (const char* text :
       {"Sviluppatore software", "Sede di lavoro", "Bologna (BO)", "30.000 euro lordi l’anno",
        "lettura B2, scrittura B1, parlato C1", "23/11/2026", "Lavoro a tempo indeterminato",
        "href=\"mailto:lavoro@example.org\"", "href=\"https://www.example.org/lavora\"",
        "\"@type\":\"JobPosting\"", "\"datePosted\":\"2026-11-23\"",
        "\"addressLocality\":\"Bologna\"", "\"employmentType\":\"FULL_TIME\"",
        "\"name\":\"Officine Esempio S.r.l.\""})
    EXPECT_TRUE(contains(page.body, text)) << text;
  EXPECT_FALSE(contains(page.body, "noindex"));
}

TEST(Records, ExpiredAndWithdrawnOnesAreGoneAndSaySo) {
  Portal portal;
  const Vacancy old = small_vacancy(1, today - std::chrono::days(61));
  portal.home().apply(old);
  const Response expired = portal.get("/offerte/" + old.system.code);
  EXPECT_EQ(expired.status, 410);
  EXPECT_TRUE(contains(expired.body, "scaduta il"));
  EXPECT_FALSE(contains(expired.body, "JobPosting"));
  EXPECT_TRUE(contains(portal.get("/offerte?stato=scadute").body, old.system.code));

  portal.home().apply(vacancy_of(2));
  Vacancy newer = vacancy_of(3);
  newer.system.predecessor = code25(2);
  portal.home().apply(newer);
  Vacancy newest = vacancy_of(4);
  newest.system.predecessor = code25(3);
  portal.home().apply(newest);
  const Response superseded = portal.get("/offerte/" + code25(2));
  EXPECT_EQ(superseded.status, 410);
  EXPECT_TRUE(contains(superseded.body, "href=\"/offerte/" + code25(4) + "\""));

  Vacancy closure = vacancy_of(5);
  closure.system.kind = Kind::close;
  closure.system.predecessor = code25(4);
  portal.home().apply(closure);
  const Response closed = portal.get("/offerte/" + code25(4));
  EXPECT_EQ(closed.status, 410);
  EXPECT_FALSE(contains(closed.body, "/offerte/" + code25(5)));
  EXPECT_EQ(portal.get("/offerte/" + code25(5)).status, 404) << "a closure is nothing to read";
  EXPECT_EQ(portal.get("/api/v1/vacancies/" + code25(4)).status, 410);

  portal.home().apply(small_vacancy(6, today + std::chrono::days(3)));
  EXPECT_EQ(portal.get("/offerte/" + code25(6)).status, 404) << "still to come";
}

TEST(Records, CodesMayHoldAnyCharacter) {
  Portal portal;
  Vacancy v = vacancy_of(1);
  v.system.code = "A/B C?D#E&F%G+H\"I'J<K>L.M1";
  portal.home().apply(v);
  bool found = false;
  for (const std::string& link : links_in(portal.get("/offerte").body))
    if (link.rfind("/offerte/", 0) == 0) {
      EXPECT_EQ(portal.get(link).status, 200) << link;
      found = true;
    }
  EXPECT_TRUE(found);
}

// visibilita NO: what was planted in every hidden field stands on no page and in no answer.
TEST(Records, HiddenContactsAreNowhere) {
  Portal portal;
  const char* secrets[] = {
      "Segretissimi", "Arcibalda",        "nascosta@segreto.example", "3331234567",
      "Via Occulta",  "Ditta Invisibile", "www.invisibile.example",   "RSSMRA80A01H501U",
      "0519998887"};
  Cv cv = small_cv(1, today);
  cv.system.contacts_visible = false;
  cv.system.intermediary = center();
  cv.person.surname = "Segretissimi";
  cv.person.name = "Arcibalda";
  cv.person.contacts = {"Via Occulta 7", "0519998887", "3331234567", "0519998887",
                        "nascosta@segreto.example"};
  cv.jobs = {{{"A00"},
              {},
              "Impiegata",
              "Fatture presso Ditta Invisibile",
              "Ditta Invisibile S.p.A.",
              "Via Occulta 9",
              {},
              {}}};
  cv.it_details = "Scrivetemi: nascosta@segreto.example, 333 1234567 o 3331234567";
  cv.wanted[0].description = "Arcibalda Segretissimi cerca lavoro";
  portal.home().apply(cv);
  Vacancy v = vacancy_of(2);
  v.system.contacts_visible = false;
  v.system.intermediary = center();
  v.employer.fiscal_code = "01234567897";
  v.employer.name = "Ditta Invisibile S.p.A.";
  v.employer.web = "http://www.invisibile.example";
  v.employer.contacts = {"Via Occulta 7", "0519998887", "", "0519998887",
                         "nascosta@segreto.example"};
  v.description = "La Ditta Invisibile S.p.A. cerca. Chiamare 0519998887, www.invisibile.example";
  portal.home().apply(v);

  std::vector<std::string> targets = {"/",
                                      "/offerte",
                                      "/curricula",
                                      "/offerte/" + code25(2),
                                      "/curricula/" + code25(1),
                                      "/api/v1/vacancies?facets=1&limit=100",
                                      "/api/v1/cvs?facets=1&limit=100&state=all",
                                      "/api/v1/vacancies/" + code25(2),
                                      "/api/v1/cvs/" + code25(1)};
  for (const std::string& target : targets) {
    const Response response = portal.get(target);
    EXPECT_EQ(response.status, 200) << target;
    for (const char* secret : secrets)
      EXPECT_FALSE(contains(response.body, secret)) << secret << " on " << target;
  }
  for (const char* word : {"Segretissimi", "Arcibalda", "3331234567", "occulta", "invisibile"}) {
    EXPECT_TRUE(contains(portal.get("/api/v1/cvs?q=" + std::string(word)).body, "\"total\":0"))
        << word;
    EXPECT_TRUE(
        contains(portal.get("/api/v1/vacancies?q=" + std::string(word)).body, "\"total\":0"))
        << word;
  }
  for (const std::string& target : {"/offerte/" + code25(2), "/curricula/" + code25(1)}) {
    const Response page = portal.get(target);
    EXPECT_TRUE(contains(page.body, "il contatto avviene tramite l’intermediario")) << target;
    EXPECT_TRUE(contains(page.body, "cpi@example.org")) << target;
  }
  EXPECT_TRUE(contains(portal.get("/curricula/" + code25(1)).body, "content=\"noindex\""));
}

TEST(Records, VisibleContactsAreShown) {
  Portal portal;
  Cv cv = small_cv(1, today);
  cv.system.contacts_visible = true;
  portal.home().apply(cv);
  const Response page = portal.get("/curricula/" + code25(1));
  EXPECT_TRUE(contains(page.body, "Mario Rossi"));
  EXPECT_TRUE(contains(page.body, "persona@example.org"));
  EXPECT_FALSE(contains(page.body, "RSSMRA80A01H501U")) << "never";
  EXPECT_FALSE(contains(page.body, "1980")) << "never";
}

}  // namespace
}  // namespace incontro::server
