#include <incontro/fields.h>

#include "handlers/search_state.h"
#include "pages/place_text.h"
#include "portal_fixture.h"

namespace incontro::server {
namespace {

TEST(Pages, HomeCountsWhatIsActiveAndLinksIntoTheSearch) {
  Portal portal;
  EXPECT_EQ(portal.get("/").status, 200) << "an empty home is a home";
  portal.home().apply(vacancy_of(1));
  portal.home().apply(vacancy_of(2));
  portal.home().apply(small_cv(3, today));
  portal.home().apply(small_vacancy(4, today - std::chrono::days(90)));
  const Response home = portal.get("/");
  EXPECT_TRUE(contains(home.body, "<strong>2</strong>")) << home.body;
  EXPECT_TRUE(contains(home.body, "<strong>1</strong>"));
  EXPECT_TRUE(contains(home.body, "href=\"/offerte?territory=08\""));
  EXPECT_TRUE(contains(home.body, "<html lang=\"it\">"));
}

// Every link of a search page leads somewhere, and what a facet promises is what one gets.
TEST(Pages, EveryLinkOfTheSearchPagesLeadsToAPage) {
  Portal portal;
  for (int i = 1; i <= 25; ++i) {
    Vacancy v = vacancy_of(i);
    v.contract = {i % 2 ? "A00" : "A02"};
    v.mode = {i % 3 ? "FT" : "PT"};
    v.workplace = {i % 5 ? "A944" : "Z110"};
    v.title = i == 7 ? "C++ e C#, R&D, A+" : v.title;
    portal.home().apply(v);
  }
  for (const char* start : {"/offerte", "/offerte?q=C%2B%2B&contract=A00", "/curricula",
                            "/offerte?territory=BO&apri=profession:2&sort=date&page=2"}) {
    const Response page = portal.get(start);
    ASSERT_EQ(page.status, 200) << start;
    int followed = 0;
    for (const std::string& link : links_in(page.body)) {
      if (link.empty()) continue;
      ASSERT_EQ(link.rfind('/', 0), 0U) << link;
      EXPECT_EQ(portal.get(link).status, 200) << link;
      ++followed;
    }
    EXPECT_GT(followed, 8) << start;
  }
  EXPECT_TRUE(contains(portal.get("/offerte?q=C%2B%2B").body, "1 offerta di lavoro"));
  EXPECT_TRUE(contains(portal.get("/offerte?territory=EE").body, "5 offerte di lavoro"));
}

TEST(Pages, ChipsRemoveOneFilterAndLinksToggleIt) {
  Portal portal;
  portal.home().apply(vacancy_of(1));
  const auto links = links_in(portal.get("/offerte?q=motore&contract=A00&contract=A01").body);
  const auto has_link = [&](const std::string& l) {
    return std::find(links.begin(), links.end(), l) != links.end();
  };
  EXPECT_TRUE(has_link("/offerte?contract=A00&contract=A01"));
  EXPECT_TRUE(has_link("/offerte?q=motore&contract=A01"));
  EXPECT_TRUE(has_link("/offerte?q=motore&contract=A00"));
  EXPECT_TRUE(has_link("/offerte?q=motore&contract=A00&contract=A01&sort=date"));
  EXPECT_TRUE(has_link("/offerte"));
}

TEST(Pages, WhereBecomesAFilterWhenItNamesAPlace) {
  Portal portal;
  const auto goes = [&](const std::string& target) {
    const Response response = portal.get(target);
    return response.status == 303 ? header(response, "Location") : std::to_string(response.status);
  };
  EXPECT_EQ(goes("/offerte?q=cuoco&dove=bologna"), "/offerte?q=cuoco&territory=A944");
  EXPECT_EQ(goes("/offerte?q=&dove=BO"), "/offerte?territory=BO");
  EXPECT_EQ(goes("/offerte?dove=provincia+di+bologna"), "/offerte?territory=BO");
  EXPECT_EQ(goes("/offerte?dove=EMILIA+ROMAGNA"), "/offerte?territory=08");
  EXPECT_EQ(goes("/offerte?dove=Bozen"), "/offerte?territory=A952");
  EXPECT_EQ(goes("/offerte?dove=Forl%C3%AC"), "/offerte?territory=D704");
  EXPECT_EQ(goes("/offerte?dove=forli"), "/offerte?territory=D704");
  EXPECT_EQ(goes("/offerte?dove=Castro+%28BG%29"), "/offerte?territory=C337");
  EXPECT_EQ(goes("/offerte?territory=BO&dove=Francia"), "/offerte?territory=Z110");
  EXPECT_EQ(goes("/offerte?dove=vicino+al+mare"), "200") << "its words join the text";
  EXPECT_TRUE(contains(portal.get("/offerte?territory=BO").body, "value=\"Provincia di Bologna\""));
  EXPECT_TRUE(contains(portal.get("/offerte?territory=A944").body, "value=\"Bologna\""));
}

TEST(Pages, WhatTheBoxShowsForAPlaceIsUnderstoodAsThatPlace) {
  const auto texts = Texts::open("it");
  ASSERT_TRUE(texts);
  const Places places;
  int shown = 0, hidden = 0;
  for (const CodeRow& row : code_table(Table::territory).rows()) {
    const std::string text = box_text(places, *texts, row.code);
    ++(text.empty() ? hidden : shown);
    if (text.empty()) continue;
    EXPECT_EQ(places.find(text).places, std::vector{*code_table(Table::territory).find(row.code)})
        << text;
  }
  EXPECT_GT(shown, 8'000);
  EXPECT_LT(hidden, 2'600) << "comuni that are no more, and what shares its name with a comune";
}

TEST(Pages, ARadiusIsAskedForBesideAComuneAndIsAnAddress) {
  Portal portal;
  Vacancy modena = vacancy_of(2);
  modena.workplace = {"F257"};
  portal.home().apply(vacancy_of(1));  // Bologna
  portal.home().apply(modena);
  const auto goes = [&](const std::string& target) {
    const Response response = portal.get(target);
    return response.status == 303 ? header(response, "Location") : std::to_string(response.status);
  };
  EXPECT_TRUE(contains(portal.get("/offerte?territory=A944").body, "<select id=\"km\""));
  EXPECT_FALSE(contains(portal.get("/offerte?territory=BO").body, "<select"));
  EXPECT_EQ(goes("/offerte?dove=Bologna&km=50"), "/offerte?near=A944&km=50");
  EXPECT_EQ(goes("/offerte?dove=Bologna&km="), "/offerte?territory=A944");
  EXPECT_EQ(goes("/offerte?dove=Bazzano&km=50&sort=distance"),
            "/offerte?near=M320&km=50&sort=distance");
  EXPECT_EQ(goes("/offerte?dove=Emilia-Romagna&km=50&sort=distance"), "/offerte?territory=08");

  const std::string near = portal.get("/offerte?near=A944&km=50&sort=distance").body;
  for (const char* part :
       {"2 offerte di lavoro", "in questo comune", "a 37 km", "Entro 50 km da Bologna",
        "<option value=\"50\" selected>", "value=\"Bologna\"", "/offerte?near=A944&amp;km=50\""})
    EXPECT_TRUE(contains(near, part)) << part << near;
  EXPECT_LT(near.find("in questo comune"), near.find("a 37 km"));
  EXPECT_TRUE(contains(portal.get("/offerte?near=A944&km=20").body, "1 offerta di lavoro"));
  EXPECT_TRUE(
      contains(portal.get("/offerte?near=A944&km=35").body, "<option value=\"35\" selected>"));
  EXPECT_EQ(portal.get("/offerte?sort=distance").status, 200) << "from nowhere: by relevance";
  EXPECT_EQ(portal.get("/offerte?dove=vicino+al+mare&sort=distance&km=20").status, 200);
  for (const char* target : {"/offerte?near=BO", "/offerte?near=Z110", "/offerte?near=x",
                             "/offerte?near=A944&km=501", "/offerte?km=-1", "/offerte?km=x"})
    EXPECT_EQ(portal.get(target).status, 400) << target;
}

TEST(Pages, HomonymsAskForTheProvince) {
  Portal portal;
  const auto links_of = [&](const std::string& target) {
    const Response redirected = portal.get(target);
    EXPECT_EQ(redirected.status, 303) << target;
    const std::string page = portal.get(header(redirected, "Location")).body;
    EXPECT_TRUE(contains(page, "Ci sono più comuni di nome Livo"));
    return links_in(page);
  };
  const auto plain = links_of("/offerte?q=cuoco&dove=livo");
  EXPECT_TRUE(std::ranges::count(plain, "/offerte?q=cuoco&territory=E623"));
  EXPECT_TRUE(std::ranges::count(plain, "/offerte?q=cuoco&territory=E624"));
  const auto with_radius = links_of("/offerte?q=cuoco&dove=livo&km=20");
  EXPECT_TRUE(std::ranges::count(with_radius, "/offerte?q=cuoco&near=E624&km=20"));
  EXPECT_FALSE(contains(portal.get("/offerte?territory=E623&territory=A944").body, "Ci sono più"));
}

TEST(Pages, UnknownFiltersAndPagesAreRefusedAndStrangeParametersPassedOver) {
  Portal portal;
  for (const char* target : {"/offerte?contract=ZZZ", "/offerte?page=0", "/offerte?page=x",
                             "/offerte?page=100001", "/offerte?apri=contract", "/offerte?q=%FF",
                             "/offerte?apri=nulla:1", "/curricula?published=2"})
    EXPECT_EQ(portal.get(target).status, 400) << target;
  EXPECT_EQ(portal.get("/offerte?utm_source=x&sector=&page=1").status, 200);
  EXPECT_EQ(portal.get("/curricula?sector=J&sector=ZZ").status, 200) << "not a field of CVs";
}

TEST(Pages, CardsMarkTheWordsOfTheSearchAndNothingElseIsMarkup) {
  Portal portal;
  Vacancy v = vacancy_of(1);
  v.title = "<script>cuoco</script> & \"chef\"";
  v.description = "</mark><b>Il CUOCO</b> &lt;mark&gt; <img src=x onerror='cuoco()'>.";
  portal.home().apply(v);
  const std::string page = portal.get("/offerte?q=cuochi").body;
  EXPECT_TRUE(contains(page, "&lt;script&gt;<mark>cuoco</mark>&lt;/script&gt; &amp; &quot;chef"));
  EXPECT_TRUE(contains(page,
                       "<p class=\"card-passage\">&lt;/mark&gt;&lt;b&gt;Il "
                       "<mark>CUOCO</mark>&lt;/b&gt; &amp;lt;mark&amp;gt; &lt;img src=x "));
  for (const char* never : {"<script>cuoco", "<b>", "<img src=x", "onerror='"})
    EXPECT_FALSE(contains(page, never)) << never;
  EXPECT_FALSE(contains(portal.get("/offerte").body, "<mark>")) << "no words, no marks";
  EXPECT_TRUE(contains(portal.get("/offerte").body, "class=\"card-passage\""));
}

TEST(Pages, AnEmptyResultSaysWhichFilterToDrop) {
  Portal portal;
  portal.home().apply(vacancy_of(1));
  const Response page = portal.get("/offerte?q=astronauta&contract=A00");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(contains(page.body, "Nessuna offerta"));
  EXPECT_TRUE(
      contains(page.body, "<a href=\"/offerte?contract=A00\">Togli la parola «astronauta»</a>"));
}

TEST(Pages, ATreeHoldsNoNodeBesideOneAboveIt) {
  SearchState state;
  state = toggled(state, "territory", "08");
  state = toggled(state, "territory", "BO");
  EXPECT_EQ(address_of(state), "/offerte?territory=BO");
  state = toggled(state, "territory", "09");
  EXPECT_EQ(address_of(state), "/offerte?territory=BO&territory=09");
  state = toggled(state, "territory", "08");
  EXPECT_EQ(address_of(state), "/offerte?territory=09&territory=08");
  state = toggled(toggled(state, "territory", "09"), "territory", "08");
  EXPECT_EQ(address_of(state), "/offerte");
  state = toggled(toggled(state, "published", "31"), "published", "7");
  EXPECT_EQ(address_of(state), "/offerte?published=7");
}

TEST(Pages, AnAddressIsAStateAndAStateItsAddress) {
  const std::string address =
      "/offerte?q=C%2B%2B%20%22a%20b%22%20-x&dove=da%20qualche%20parte&near=A944&km=35&"
      "profession=2.1&territory=08&territory=MI&stato=scadute&sort=date&page=3&apri=territory%3A03";
  const auto parameters = parse_parameters(address.substr(address.find('?') + 1));
  ASSERT_TRUE(parameters);
  const auto state = read_state(Collection::vacancies, *parameters);
  ASSERT_TRUE(state) << state.error().message;
  EXPECT_EQ(address_of(*state), address);
  const Query query = query_of(*state);
  EXPECT_EQ(query.text, "C++ \"a b\" -x da qualche parte");
  EXPECT_EQ(query.offset, 20U);
  EXPECT_EQ(query.scope, Scope::expired);
  ASSERT_TRUE(query.near);
  EXPECT_EQ(query.near->place, "A944");
  EXPECT_EQ(query.near->km, 35u);
}

TEST(Pages, StaticFilesAreKeptForEverUnderTheirDigest) {
  Portal portal;
  const std::string root = portal.context().files.root();
  const Response css = portal.get(root + "bootstrap-italia.min.css");
  EXPECT_EQ(css.status, 200);
  EXPECT_TRUE(contains(header(css, "Cache-Control"), "immutable"));
  Request again = Portal::to(Method::get, root + "bootstrap-italia.min.css");
  again.if_none_match = header(css, "ETag");
  EXPECT_EQ(portal.ask(again).status, 304);
  Request packed = Portal::to(Method::get, root + "bootstrap-italia.min.css");
  packed.accepts_gzip = true;
  const Response gz = portal.ask(packed);
  EXPECT_EQ(header(gz, "Content-Encoding"), "gzip");
  EXPECT_LT(gz.content().size() * 5, css.content().size());
  EXPECT_NE(header(gz, "ETag"), header(css, "ETag"));
  EXPECT_EQ(header(portal.get("/static/old/incontro.css"), "Cache-Control"), "no-cache");
  for (const char* target : {"/static/x/../portal.cc", "/static/incontro.css", "/static/x/",
                             "/static/x/incontro.css.gz", "/static/x/%2e%2e%2fetc%2fpasswd"})
    EXPECT_EQ(portal.get(target).status, 404) << target;
  EXPECT_EQ(portal.get("/favicon.ico").type, "image/svg+xml");
}

TEST(Pages, TheFirstViewWeighsAtMost200Kilobytes) {
  Portal portal;
  std::size_t bytes = portal.get("/").body.size();
  for (const char* file : {"bootstrap-italia.min.css", "incontro.css", "sprites.svg", "favicon.svg",
                           "titillium-web-v10-latin-ext_latin-regular.woff2",
                           "titillium-web-v10-latin-ext_latin-600.woff2",
                           "titillium-web-v10-latin-ext_latin-700.woff2"}) {
    Request request = Portal::to(Method::get, portal.context().files.root() + file);
    request.accepts_gzip = true;
    const std::size_t size = portal.ask(request).content().size();
    EXPECT_GT(size, 0U) << file;
    bytes += size;
  }
  EXPECT_LE(bytes, 200'000U);
}

TEST(Pages, WhatIsNotThereIsToldAsAPageOrAsJson) {
  Portal portal;
  EXPECT_TRUE(contains(portal.get("/nulla").body, "Pagina non trovata"));
  EXPECT_EQ(portal.get("/offerte/0000000000000000000000000").status, 404);
  EXPECT_EQ(portal.get("/api/v1/nulla").type, "application/json; charset=utf-8");
  const Response post = portal.ask(Portal::to(Method::post, "/offerte"));
  EXPECT_EQ(post.status, 405);
  EXPECT_EQ(header(post, "Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(portal.get("/healthz").body, "{\"status\":\"ok\",\"sequence\":0}");
  EXPECT_TRUE(contains(portal.get("/robots.txt").body, "Disallow: /curricula"));
}

}  // namespace
}  // namespace incontro::server
