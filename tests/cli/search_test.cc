#include <set>

#include "cli/process.h"

namespace incontro {
namespace {

using boost::json::value;

// One home for all tests of this process: 60 vacancies and 60 CVs.
class SearchVerb : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory = new TempDir;
    run_well({"generate", "--vacancies", "60", "--cvs", "60", "--seed", "11", "--day", day,
              "--home", home()});
  }
  static void TearDownTestSuite() { delete directory; }

  static std::string home() { return *directory / "home"; }
  static std::vector<std::string> query(std::vector<std::string> rest) {
    rest.insert(rest.begin(), {"search", "--home", home(), "--now", day});
    return rest;
  }
  static value search(std::vector<std::string> rest) {
    rest.insert(rest.begin() + 1, "--json");
    return run_well(query(std::move(rest))).json();
  }
  static std::int64_t total(std::vector<std::string> rest) {
    return search(std::move(rest)).at("total").as_int64();
  }

  inline static TempDir* directory = nullptr;
  inline static const std::string day = "2026-11-23";
};

TEST_F(SearchVerb, AnswersWithTheAgreedShape) {
  const value answer = search({"vacancies", "--facets", "--limit", "5"});
  EXPECT_EQ(answer.at("total").as_int64(), 60);
  EXPECT_GE(answer.at("microseconds").as_int64(), 0);
  ASSERT_EQ(answer.at("hits").as_array().size(), 5U);
  for (const value& hit : answer.at("hits").as_array()) {
    EXPECT_EQ(hit.at("code").as_string().size(), 25U);
    EXPECT_TRUE(hit.at("score").is_number());
    EXPECT_FALSE(hit.at("title").as_string().empty());
  }
  const auto& facets = answer.at("facets").as_object();
  ASSERT_TRUE(facets.contains("territory"));
  for (const auto& facet : facets)
    for (const value& row : facet.value().as_array()) {
      EXPECT_TRUE(row.at("code").is_string());
      EXPECT_TRUE(row.at("label").is_string());
      EXPECT_GE(row.at("count").as_int64(), 0);
    }
}

TEST_F(SearchVerb, EachCountOfAFacetIsTheTotalOfItsFilter) {
  const value answer = search({"cvs", "--facets", "--limit", "0"});
  EXPECT_TRUE(answer.at("hits").as_array().empty());
  int compared = 0;
  for (const auto& facet : answer.at("facets").as_object()) {
    if (facet.value().as_array().empty()) continue;
    const value& first = facet.value().at(0);
    const std::string where =
        std::string(facet.key()) + "=" + std::string(first.at("code").as_string());
    EXPECT_EQ(total({"cvs", "--where", where}), first.at("count").as_int64()) << where;
    ++compared;
  }
  EXPECT_GT(compared, 5);
}

TEST_F(SearchVerb, ARepeatedFieldMeansEitherOfItsCodes) {
  const value facets = search({"vacancies", "--facets"}).at("facets");
  const auto& contracts = facets.at("contract").as_array();
  ASSERT_GE(contracts.size(), 2U);
  const auto where = [](const value& row) {
    return "contract=" + std::string(row.at("code").as_string());
  };
  EXPECT_EQ(total({"vacancies", "--where", where(contracts[0]), "--where", where(contracts[1])}),
            contracts[0].at("count").as_int64() + contracts[1].at("count").as_int64())
      << "a vacancy has one contract";
}

TEST_F(SearchVerb, AnOpenedNodeShowsItsChildren) {
  const value closed = search({"vacancies", "--facets", "--limit", "0"}).at("facets");
  const std::string region(closed.at("territory").at(0).at("code").as_string());
  const value open =
      search({"vacancies", "--facets", "--limit", "0", "--open", "territory=" + region})
          .at("facets");
  EXPECT_GT(open.at("territory").as_array().size(), closed.at("territory").as_array().size());
  EXPECT_EQ(total({"vacancies", "--open", "territory=" + region}), 60) << "opening filters nothing";
}

TEST_F(SearchVerb, WordsThatBeginWithADashExclude) {
  const std::string first(
      search({"vacancies", "--limit", "1"}).at("hits").at(0).at("title").as_string());
  const std::string word = first.substr(0, first.find(' '));
  const std::int64_t with = total({"vacancies", word});
  ASSERT_GT(with, 0) << word;
  EXPECT_EQ(total({"vacancies", "-" + word}), 60 - with);
  EXPECT_EQ(total({"vacancies", "--", "-" + word}), 60 - with);
  EXPECT_EQ(total({"vacancies", word, "-" + word}), 0);
}

TEST_F(SearchVerb, PagesFollowOneAnother) {
  const auto codes = [](const value& answer) {
    std::vector<std::string> list;
    for (const value& hit : answer.at("hits").as_array())
      list.emplace_back(hit.at("code").as_string());
    return list;
  };
  auto both = codes(search({"cvs", "--sort", "date", "--limit", "10"}));
  auto pages = codes(search({"cvs", "--sort", "date", "--limit", "5"}));
  const auto second = codes(search({"cvs", "--sort", "date", "--limit", "5", "--offset", "5"}));
  pages.insert(pages.end(), second.begin(), second.end());
  EXPECT_EQ(pages, both);
}

TEST_F(SearchVerb, LaterTheRecordsAreExpired) {
  const std::vector<std::string> later = {"search", "cvs",   "--home",
                                          home(),   "--now", "2027-06-01T10:00:00"};
  auto expired = later, all = later;
  expired.insert(expired.end(), {"--state", "expired"});
  all.insert(all.end(), {"--state", "all"});
  EXPECT_EQ(run_json(later).at("total").as_int64(), 0);
  EXPECT_EQ(run_json(expired).at("total").as_int64(), 60);
  EXPECT_EQ(run_json(all).at("total").as_int64(), 60);
}

TEST_F(SearchVerb, AnUnknownFieldIsRefusedWithTheListOfFields) {
  const Ran ran = run(query({"vacancies", "--where", "colore=rosso"}));
  EXPECT_EQ(ran.exit, 2);
  for (const char* field : {"«colore»", "territory", "profession", "sector"})
    EXPECT_NE(ran.err.find(field), std::string::npos) << ran.err;
}

TEST_F(SearchVerb, NearAComuneTheNearestComeFirstWithTheirDistance) {
  const value answer =
      search({"vacancies", "--near", "Roma", "--km", "500", "--sort", "distance", "--limit", "60"});
  double before = 0;
  for (const value& hit : answer.at("hits").as_array()) {
    const double km = hit.at("distance_km").to_number<double>();
    EXPECT_LE(before, km);
    EXPECT_LE(km, 500);
    before = km;
  }
  EXPECT_GT(answer.at("total").as_int64(), 10);
  EXPECT_LT(total({"vacancies", "--near", "roma (rm)", "--km", "100"}),
            answer.at("total").as_int64());
  EXPECT_EQ(total({"vacancies", "--near", "Bazzano"}),
            total({"vacancies", "--near", "Valsamoggia"}))
      << "the comune that Bazzano has become";
  const Ran ran = run(query({"vacancies", "--near", "Roma", "--km", "500"}));
  EXPECT_NE(ran.out.find("  a "), std::string::npos) << ran.out;
}

TEST_F(SearchVerb, APlaceThatIsNoOneComuneIsRefusedWithThoseThatCouldBeMeant) {
  const std::pair<std::vector<std::string>, const char*> cases[] = {
      {{"--near", "Livo"}, "\"Livo (CO)\" oppure \"Livo (TN)\""},
      {{"--near", "Bolgna"}, "Bologna (BO)"},
      {{"--near", "vicino al mare"}, "non è un comune conosciuto"},
      {{"--near", "Francia"}, "non è un comune"},
      {{"--near", "MI"}, "non è un comune"},
      {{"--near", "Roma", "--km", "501"}, "da 1 a 500"},
      {{"--near", "Roma", "--km", "0"}, "da 1 a 500"},
      {{"--km", "20"}, "--near COMUNE"},
      {{"--sort", "distance"}, "--near COMUNE"},
  };
  for (const auto& [arguments, hint] : cases) {
    std::vector<std::string> all = {"vacancies"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const Ran ran = run(query(all));
    EXPECT_EQ(ran.exit, 2) << hint;
    EXPECT_NE(ran.err.find(hint), std::string::npos) << ran.err;
  }
}

TEST_F(SearchVerb, AnUnknownCodeIsRefused) {
  for (const char* where :
       {"territory=ZZZ", "contract=nessuno", "transport=forse", "published=2"}) {
    const Ran ran = run(query({"vacancies", "--where", where}));
    EXPECT_EQ(ran.exit, 2) << where;
    EXPECT_NE(ran.err.find("non ha il codice"), std::string::npos) << ran.err;
  }
}

TEST_F(SearchVerb, TheTextForPeopleHasCodesAndTotals) {
  const Ran ran = run(query({"vacancies", "--facets", "--limit", "3"}));
  EXPECT_EQ(ran.exit, 0);
  EXPECT_EQ(ran.out.find("Risultati: 60, dal 1 al 3 ("), 0U) << ran.out;
  EXPECT_EQ(run(query({"vacancies", "parolachenonesiste"})).out,
            "Nessun risultato.\n  togliendo «parolachenonesiste»: 60\n");
}

TEST_F(SearchVerb, HighlightsShowThePassageWithoutSteeringAnythingButATerminal) {
  const std::string title(
      search({"vacancies", "--limit", "1"}).at("hits").at(0).at("title").as_string());
  const std::string word = title.substr(0, title.find(' '));
  const value hit = search({"vacancies", word, "--highlight"}).at("hits").at(0);
  bool marked = false;
  for (const value& piece : hit.at("highlights").at("title").as_array())
    marked = marked || piece.as_object().contains("marked");
  EXPECT_TRUE(marked) << hit;
  std::string passage;
  for (const value& piece : hit.at("highlights").at("passage").as_array())
    passage += piece.at("text").as_string();
  const Ran ran = run_well(query({"vacancies", word, "--highlight"}));
  EXPECT_NE(ran.out.find("\n  " + passage + "\n"), std::string::npos) << ran.out;
  EXPECT_EQ(ran.out.find('\033'), std::string::npos);
}

TEST_F(SearchVerb, ShowPrintsTheRecordThatWasFound) {
  for (const std::string collection : {"vacancies", "cvs"}) {
    const value hit = search({collection, "--limit", "1"}).at("hits").at(0);
    const std::string code(hit.at("code").as_string()), title(hit.at("title").as_string());
    const Ran ran = run_well({"show", code, "--home", home(), "--now", day});
    EXPECT_EQ(ran.out.find(title), 0U) << ran.out;
    EXPECT_NE(ran.out.find(code), std::string::npos);
    EXPECT_NE(ran.out.find("attivo"), std::string::npos);
    EXPECT_TRUE(run_json({"show", code, "--home", home(), "--now", day}).is_object());
  }
  EXPECT_EQ(run({"show", "0000000000000000000000000", "--home", home()}).exit, 1);
}

TEST_F(SearchVerb, CheckAgreesBeforeAndAfterARebuild) {
  const value before = run_json({"check", "--home", home()});
  EXPECT_TRUE(before.at("agree").as_bool());
  EXPECT_EQ(before.at("records").at("vacancies").as_int64(), 60);
  EXPECT_EQ(before.at("documents").at("cvs").as_int64(), 60);
  run_well({"rebuild", "--home", home()});
  EXPECT_EQ(run({"check", "--home", home()}).exit, 0);
  EXPECT_EQ(total({"cvs"}), 60);
}

TEST_F(SearchVerb, AHomeWithoutMessagesHasNone) {
  EXPECT_TRUE(run_json({"contacts", "--home", home()}).at("contacts").as_array().empty());
  EXPECT_EQ(run_well({"contacts", "--home", home()}).out, "Nessun messaggio.\n");
}

TEST_F(SearchVerb, CountsIncentivesByStatusAndFiltersByThemOnTheDayOfTheQuery) {
  std::set<std::int64_t> different;
  for (const char* on : {"2026-11-23", "2026-12-31", "2027-01-01"}) {
    const auto ask = [&](std::vector<std::string> rest) {
      rest.insert(rest.begin(), {"search", "cvs", "--json", "--home", home(), "--now", on});
      return run_well(rest).json();
    };
    const value answer = ask({"--facets"});
    for (const value& row : answer.at("facets").at("incentive").as_array()) {
      const std::string code(row.at("code").as_string());
      EXPECT_EQ(ask({"--where", "incentive=" + code}).at("total"), row.at("count")) << code;
      if (code == "possibile") different.insert(row.at("count").as_int64());
    }
  }
  EXPECT_GT(different.size(), 1u) << "a rule ends with 2026";
  EXPECT_NE(run(query({"cvs", "--where", "incentive=percettore"})).exit, 0);
}

TEST_F(SearchVerb, ShowPrintsTheIncentivesWithTheirLaw) {
  const value found = search({"cvs", "--where", "incentive=possibile", "--limit", "1"});
  const value& hit = found.at("hits").as_array().at(0);
  const std::string code(hit.at("code").as_string());
  const Ran ran = run_well({"show", code, "--home", home(), "--now", day});
  EXPECT_NE(ran.out.find("Incentivi all'assunzione"), std::string::npos);
  EXPECT_NE(ran.out.find("Possibile:"), std::string::npos);
  EXPECT_NE(ran.out.find("Da verificare:"), std::string::npos);
  const value record = run_json({"show", code, "--home", home(), "--now", day});
  EXPECT_EQ(record.at("incentives").at(0).at("status"), hit.at("incentive"));
}

}  // namespace
}  // namespace incontro
