#include "match_fixture.h"

namespace incontro::server {
namespace {

long total_of(const std::string& page) {
  return std::max(0L, first_number(page, R"re(<h2 id="risultati">(\d+) )re"));
}

std::vector<std::string> results_in(const std::string& page) {
  return all_of(page, R"re(<h3><a href="([^"]+)">)re");
}

TEST(MatchPages, RecordsLeadToWhatSuitsThem) {
  MatchPortal portal;
  const auto leads = [&](const std::string& from, const std::string& to) {
    const std::string page = portal.get(from).body;
    return contains(page, "href=\"" + to + "\"");
  };
  EXPECT_TRUE(leads("/offerte/" + code25(asking), portal.page_of_vacancy()));
  EXPECT_TRUE(leads("/curricula/" + code25(asking), portal.page_of_cv()));
  const std::string candidates = portal.get(portal.page_of_vacancy()).body,
                    vacancies = portal.get(portal.page_of_cv()).body;
  EXPECT_TRUE(contains(candidates, "<h1>Candidati adatti</h1>"));
  EXPECT_TRUE(contains(candidates, ">5 candidati adatti</h2>")) << candidates;
  EXPECT_TRUE(contains(vacancies, "<h1>Offerte adatte</h1>"));
  EXPECT_TRUE(contains(vacancies, ">25 offerte adatte</h2>"));
  for (const std::string& page : {candidates, vacancies}) {
    EXPECT_TRUE(contains(page, "<meta name=\"robots\" content=\"noindex\">"));
    EXPECT_TRUE(contains(page, "%</strong> <span>di corrispondenza</span>"));
  }
  EXPECT_EQ(header(portal.get(portal.page_of_vacancy()), "X-Robots-Tag"), "noindex");
  EXPECT_TRUE(contains(portal.get("/robots.txt").body, "Disallow: /offerte/*/candidati\n"));
}

TEST(MatchPages, EveryLinkLeadsToAPage) {
  MatchPortal portal;
  for (const std::string& start :
       {portal.page_of_vacancy(), portal.page_of_cv(),
        portal.page_of_vacancy() + "?must=territory&km=10&territory=08",
        portal.page_of_cv() + "?page=2&salary=25000&ignore=text&territory=08&territory=12"}) {
    const Response page = portal.get(start);
    ASSERT_EQ(page.status, 200) << start;
    int followed = 0;
    for (const std::string& link : links_in(page.body)) {
      if (link.empty()) continue;
      EXPECT_EQ(portal.get(link).status, 200) << link;
      ++followed;
    }
    EXPECT_GT(followed, 15) << start;
  }
}

TEST(MatchPages, EachResultSaysWhyInBarsAndSentencesAndWhatIsMissingInWords) {
  MatchPortal portal;
  const std::string page = portal.get(portal.page_of_vacancy() + "?prefer=licence").body;
  for (const char* part :
       {"Patente di guida</p>", "Professione <span class=\"tag tag-must\">Indispensabile</span>",
        "<svg aria-hidden=\"true\"><rect width=\"100%\" height=\"100%\"/></svg> "
        "<strong>100%</strong>",
        "<rect width=\"0%\" ", " punti</span>", "Cerca: Sviluppatore software",
        "<p class=\"match-missing\"><strong>Manca:</strong> Patente di guida: Patente B",
        "Perché questo risultato"})
    EXPECT_TRUE(contains(page, part)) << part << page;
  EXPECT_FALSE(contains(page, "style=")) << "the policy allows no styles inside pages";
}

TEST(MatchPages, AMustInTheAddressHoldsForAllResults) {
  MatchPortal portal;
  const std::string page = portal.get(portal.page_of_vacancy() + "?must=territory&km=10").body;
  const auto results = results_in(page);
  EXPECT_EQ(results.size(), 3U);
  for (const std::string& result : results)
    EXPECT_TRUE(contains(portal.get(result).body, "Bologna (BO)")) << result;
}

TEST(MatchPages, WhatIsToldToFallLeadsToExactlyThatManyMore) {
  MatchPortal portal;
  int followed = 0;
  for (const std::string& start :
       {portal.page_of_vacancy(), portal.page_of_vacancy() + "?must=territory&km=10",
        portal.page_of_cv() + "?must=territory&must=salary&salary=35000",
        portal.page_of_cv() + "?must=territory&must=salary&km=10&salary=9000000&territory=12"}) {
    const std::string page = portal.get(start).body;
    EXPECT_TRUE(contains(page, total_of(page) < 10 ? "Perché così pochi?" : "Come averne di più"));
    const std::string box = page.substr(page.find("class=\"match-few\""));
    const auto gained = all_of(box, R"re(<span class="count">\((\d+) in più\)</span></li>)re");
    const auto links = links_in(box);
    ASSERT_LE(gained.size(), links.size());
    for (std::size_t i = 0; i < gained.size(); ++i, ++followed)
      EXPECT_EQ(total_of(portal.get(links[i]).body), total_of(page) + std::stol(gained[i]))
          << links[i];
  }
  EXPECT_GE(followed, 5);
}

TEST(MatchPages, WhereNothingSuitsTheWayOutIsShown) {
  MatchPortal portal;
  const std::string page =
      portal.get(portal.page_of_cv() + "?must=salary&salary=9000000&must=territory").body;
  EXPECT_TRUE(contains(page, "Nessuna offerta adatta"));
  EXPECT_TRUE(contains(page, "Nessun risultato soddisfa insieme tutti i criteri indispensabili."));
  EXPECT_TRUE(contains(page, "«Retribuzione» non più indispensabile")) << page;
  const std::string none = portal.get(portal.page_of_cv() + "?territory=19").body;
  EXPECT_TRUE(contains(none, "Prova a rendere preferibile"));
  EXPECT_TRUE(contains(none, "Luogo: Sicilia")) << "the filter can be taken away";
}

// The fields of the page's form as a browser sends them, the chosen ones changed.
std::string submitted(const std::string& page, std::map<std::string, std::string> changed) {
  const std::string form =
      page.substr(page.find("class=\"match-form\""),
                  page.find("</form>") - page.find("<form class=\"match-form\""));
  Url url("");
  const auto send = [&](const std::string& name, const std::string& value) {
    url.add(name, changed.count(name) ? changed[name] : value);
  };
  const std::regex field(
      R"re(<input type="[a-z]+"(?: id="[^"]*")? name="([^"]+)" value="([^"]*)"|<select id="[^"]*" name="([^"]+)">(.*?)</select>)re");
  for (std::sregex_iterator it(form.begin(), form.end(), field), end; it != end; ++it)
    if ((*it)[1].matched)
      send((*it)[1], (*it)[2]);
    else
      send((*it)[3], all_of((*it)[4], R"re(value="([^"]+)" selected)re").at(0));
  return url.text();
}

TEST(MatchPages, TheFormIsAnAddressAndKeepsWhatWasSet) {
  MatchPortal portal;
  const auto goes = [&](const std::string& from, std::map<std::string, std::string> changed) {
    const std::size_t question = from.find('?');
    const Response sent =
        portal.get(from.substr(0, question) + submitted(portal.get(from).body, std::move(changed)));
    EXPECT_EQ(sent.status, 303) << from;
    return header(sent, "Location");
  };
  const std::string vacancy = portal.page_of_vacancy(), cv = portal.page_of_cv();
  EXPECT_EQ(goes(vacancy, {}), vacancy);
  for (const std::string& state :
       {vacancy + "?must=territory&prefer=licence&ignore=text&weight.skill=40&km=30&territory=08",
        cv + "?must=salary&weight.profession=0&salary=25000&territory=08&territory=H501",
        vacancy + "?must=education&prefer=profession&prefer=language", cv + "?past_work=1"})
    EXPECT_EQ(goes(state, {}), state);
  EXPECT_EQ(goes(vacancy, {{"kind.territory", "must"}, {"km", "10"}, {"weight.text", "3"}}),
            vacancy + "?must=territory&weight.text=3&km=10");
  EXPECT_EQ(goes(cv + "?salary=20000", {{"salary", ""}, {"km", ""}, {"weight.skill", ""}}), cv);
  EXPECT_EQ(goes(vacancy + "?must=skill", {{"kind.skill", "preferred"}}), vacancy);
  EXPECT_FALSE(contains(portal.get(vacancy).body, "name=\"salary\"")) << "vacancies wish for none";
  EXPECT_TRUE(contains(portal.get(vacancy + "?must=skill").body, "Torna ai criteri iniziali"));
  EXPECT_FALSE(contains(portal.get(vacancy).body, "Torna ai criteri iniziali"));
}

TEST(MatchPages, PagesFollowOneAnotherAndKeepTheCriteria) {
  MatchPortal portal;
  const std::string start = portal.page_of_cv() + "?ignore=text";
  std::vector<std::string> seen;
  std::string at = start;
  while (!at.empty()) {
    const std::string page = portal.get(at).body;
    for (const std::string& result : results_in(page)) seen.push_back(result);
    const auto next = all_of(page, R"re(<a href="([^"]+)" rel="next">)re");
    at = next.empty() ? "" : links_in("href=\"" + next.front() + "\"").front();
  }
  EXPECT_EQ(seen.size(), 25U);
  std::ranges::sort(seen);
  EXPECT_EQ(std::ranges::unique(seen).size(), 0U);
  EXPECT_EQ(header(portal.get(start + "&page=9"), "Location"), start);
  const std::string second =
      portal.get(portal.page_of_vacancy() + "?prefer=language&prefer=licence&page=2").body;
  const auto links = links_in(second.substr(second.find("class=\"match-few\"")));
  EXPECT_FALSE(contains(links.front(), "page=")) << "other criteria begin at the first page";
}

TEST(MatchPages, WhatTheAddressSaysWrongIsRefusedAndStrangeParametersArePassedOver) {
  MatchPortal portal;
  for (const char* query :
       {"must=nulla", "must=text", "must=skill&prefer=skill", "weight.skill=1001", "weight.skill=x",
        "weight.nulla=1", "kind.skill=sempre", "kind.nulla=must", "km=0", "km=501", "km=x",
        "salary=-1", "past_work=2", "past_work=x", "page=0", "page=10001", "territory=ZZZ",
        "q=%FF"})
    EXPECT_EQ(portal.get(portal.page_of_vacancy() + "?" + query).status, 400) << query;
  EXPECT_EQ(portal.get(portal.page_of_vacancy() + "?utm_source=x&sector=J&km=&salary=").status,
            200);
}

TEST(MatchPages, WhoAsksMustBePublicAndAnExpiredRecordSaysSo) {
  MatchPortal portal;
  EXPECT_EQ(portal.get("/offerte/nulla/candidati").status, 404);
  EXPECT_EQ(portal.get("/curricula/" + code25(101) + "/offerte").status, 404);
  const Vacancy old = small_vacancy(2001, today - std::chrono::days(61));
  portal.home().apply(old);
  const Response expired = portal.get("/offerte/" + code25(2001) + "/candidati");
  EXPECT_EQ(expired.status, 200);
  EXPECT_TRUE(contains(expired.body, "Questa offerta è scaduta il "));
  EXPECT_FALSE(contains(portal.get("/offerte/" + code25(2001)).body, "/candidati"));
  Vacancy newer = asking_vacancy();
  newer.system.code = code25(2002);
  newer.system.predecessor = code25(asking);
  portal.home().apply(newer);
  const Response gone = portal.get(portal.page_of_vacancy());
  EXPECT_EQ(gone.status, 410);
  EXPECT_TRUE(contains(gone.body, "href=\"/offerte/" + code25(2002) + "\""));
}

TEST(MatchPages, WhichOfSeveralWantedJobsSuitsIsSaid) {
  MatchPortal portal;
  Cv cv = cv_of(6);
  cv.system.code = code25(2001);
  cv.wanted.insert(cv.wanted.begin(), {{"5.2.2.1.0.2"}, "Cuoco", {}, {}, {}, {}, {}, {}, {}});
  portal.home().apply(cv);
  EXPECT_TRUE(contains(portal.get(portal.page_of_vacancy()).body,
                       "Tra le professioni desiderate conta: Sviluppatore software"));
}

TEST(MatchPages, CardsAreHeadedByWhatMatched) {
  MatchPortal portal;
  Cv cv = cv_of(6);
  cv.system.code = code25(2001);
  cv.wanted.insert(cv.wanted.begin(), {{"5.2.2.1.0.2"}, "Cuoco", {}, {}, {}, {}, {}, {}, {}});
  portal.home().apply(cv);
  portal.home().apply(former_programmer(2002));
  const auto headed = [](const std::string& page, int number, const std::string& heading) {
    return contains(page, "<h3><a href=\"/curricula/" + code25(number) + "\">" + heading);
  };
  const std::string strict = portal.get(portal.page_of_vacancy()).body,
                    open = portal.get(portal.page_of_vacancy() + "?past_work=1").body;
  EXPECT_TRUE(headed(strict, 2001, "Sviluppatore software</a>")) << strict;
  EXPECT_FALSE(contains(strict, code25(2002))) << "wants to be a cook";
  EXPECT_TRUE(headed(open, 2001, "Sviluppatore software</a>"));
  EXPECT_TRUE(headed(open, 2002, "Esperienza come: ")) << open;
  EXPECT_TRUE(contains(open, "Conta un lavoro già svolto: "));
  EXPECT_EQ(total_of(open), total_of(strict) + 1);
  const std::string offers = portal.get("/curricula/" + code25(2002) + "/offerte?past_work=1").body;
  EXPECT_TRUE(contains(offers, "Conta un lavoro già svolto: ")) << offers;
}

TEST(MatchPages, NothingHiddenIsShownAndTextsOfStrangersAreTexts) {
  MatchPortal portal;
  Vacancy v = asking_vacancy();
  Cv cv = cv_of(6);
  v.system.code = code25(2001);
  cv.system.code = code25(2002);
  v.title = v.description = cv.wanted[0].title = cv.it_skills =
      "<script>alert(1)</script>\"'><img src=x>{{t.x}} motore";
  portal.home().apply(v);
  portal.home().apply(cv);
  for (const std::string& target :
       {"/offerte/" + code25(2001) + "/candidati", "/curricula/" + code25(2002) + "/offerte",
        portal.page_of_vacancy() + "?must=%3Cscript%3Ealert%3C/script%3E"}) {
    const std::string page = portal.get(target).body;
    for (const char* never : {"<script>alert", "<img", "\"'>", "persona@example.org", "Rossi",
                              "Mario", "RSSMRA", "1980"})
      EXPECT_FALSE(contains(page, never)) << target << " " << never;
  }
}

}  // namespace
}  // namespace incontro::server
