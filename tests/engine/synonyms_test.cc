// What a query's words find besides themselves: professions, acronyms, other languages.

#include <gmock/gmock.h>
#include <incontro/engine.h>

#include "support/home.h"
#include "support/records.h"

namespace incontro {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr Date today = Date{std::chrono::days(20'780)};

Vacancy vacancy(int number, std::string title, std::string profession) {
  Vacancy made = small_vacancy(number, today - std::chrono::days(number));
  made.title = std::move(title);
  made.profession = {std::move(profession)};
  made.description = "Si offre un lavoro.";
  return made;
}

class Synonyms : public ::testing::Test {
 protected:
  Answer search(std::string text, bool synonyms = true, Sort sort = Sort::relevance) {
    Query query;
    query.text = std::move(text);
    query.synonyms = synonyms;
    query.sort = sort;
    query.facets = true;
    return home_.search(query);
  }
  std::vector<int> found(std::string text, bool synonyms = true, Sort sort = Sort::relevance) {
    std::vector<int> numbers;
    for (const Hit& hit : search(std::move(text), synonyms, sort).hits)
      numbers.push_back(std::stoi(hit.code));
    return numbers;
  }

  TestHome home_{today};
};

TEST_F(Synonyms, ATitleFindsRecordsOfItsProfessionAfterThoseThatHaveTheWord) {
  home_.apply(vacancy(1, "Salsiere di partita", "5.2.2.1.0.19"));
  home_.apply(vacancy(2, "Lavoro di cuoca presso famiglia", "2.1.1.4.1.17"));
  home_.apply(vacancy(3, "Cameriere di sala", "5.2.2.3.2.1"));
  EXPECT_THAT(found("cuochi"), ElementsAre(2, 1));
  EXPECT_FALSE(search("cuochi").hits[1].literal);
  EXPECT_THAT(found("cuochi", false), ElementsAre(2));
}

TEST_F(Synonyms, AreTheLastHitsHoweverWellTheirOtherWordsFit) {
  home_.apply(vacancy(1, "Aiuto in cucina", "5.2.2.1.0.1"));
  Vacancy literal = vacancy(2, "Sviluppatore", "2.1.1.4.1.17");
  literal.description = "Anche un aiuto cuoco, fra molte altre parole che non dicono nulla.";
  home_.apply(literal);
  const Answer answer = search("aiuto cuoco");
  EXPECT_EQ(answer.total, 2u);
  ASSERT_EQ(answer.hits.size(), 2u);
  EXPECT_GE(answer.literal, 1u);
}

TEST_F(Synonyms, CanBeSwitchedOff) {
  home_.apply(vacancy(1, "Addetto alla cucina", "5.2.2.1.0.4"));
  home_.apply(vacancy(2, "Lavoro in ospedale come OSS", "2.1.1.4.1.17"));
  EXPECT_THAT(found("operatore socio sanitario"), ElementsAre(2));
  EXPECT_THAT(found("operatore socio sanitario", false), IsEmpty());
}

TEST_F(Synonyms, AcronymsAndWhatTheyStandForFindEachOther) {
  home_.apply(vacancy(1, "Operatrice socio-sanitaria", "2.1.1.4.1.17"));
  home_.apply(vacancy(2, "OSS per casa di riposo", "2.1.1.4.1.17"));
  EXPECT_THAT(found("OSS"), ElementsAre(2, 1));
  EXPECT_THAT(found("operatori socio sanitari"), ElementsAre(1, 2));
}

TEST_F(Synonyms, OtherWordsOfTheQueryAreStillRequired) {
  home_.apply(vacancy(1, "Operatrice socio-sanitaria a Reggio", "2.1.1.4.1.17"));
  home_.apply(vacancy(2, "Operatrice socio-sanitaria", "2.1.1.4.1.17"));
  EXPECT_THAT(found("OSS Reggio"), ElementsAre(1));
  EXPECT_THAT(found("OSS -Reggio"), ElementsAre(2));
}

TEST_F(Synonyms, QuotedWordsAreTakenAsTheyAre) {
  home_.apply(vacancy(1, "Operatrice socio-sanitaria", "2.1.1.4.1.17"));
  EXPECT_THAT(found("\"OSS\""), IsEmpty());
}

TEST_F(Synonyms, ByDateTheyStandAmongTheOthers) {
  home_.apply(vacancy(3, "OSS", "2.1.1.4.1.17"));
  home_.apply(vacancy(2, "Operatore socio sanitario", "2.1.1.4.1.17"));
  home_.apply(vacancy(1, "OSS", "2.1.1.4.1.17"));
  EXPECT_THAT(found("OSS", true, Sort::date), ElementsAre(1, 2, 3));
  EXPECT_THAT(found("OSS"), ElementsAre(1, 3, 2));
}

TEST_F(Synonyms, AreCountedInTotalsAndFacets) {
  home_.apply(vacancy(1, "OSS", "2.1.1.4.1.17"));
  home_.apply(vacancy(2, "Operatore socio sanitario", "2.1.1.4.1.17"));
  const Answer answer = search("OSS");
  EXPECT_EQ(answer.total, 2u);
  EXPECT_EQ(answer.literal, 1u);
  EXPECT_TRUE(answer.hits[0].literal);
  EXPECT_FALSE(answer.hits[1].literal);
  for (const Facet& facet : answer.facets)
    if (facet.field == "contract") {
      EXPECT_EQ(facet.values.front().count, 2u);
    }
}

TEST_F(Synonyms, PagesOfOneHitAreTheWholeList) {
  for (int i = 1; i <= 6; ++i)
    home_.apply(vacancy(i, i % 2 == 0 ? "OSS" : "Operatore socio sanitario", "2.1.1.4.1.17"));
  for (const Sort sort : {Sort::relevance, Sort::date}) {
    const std::vector<int> all = found("oss", true, sort);
    EXPECT_EQ(all.size(), 6u);
    std::vector<int> pages;
    for (std::size_t offset = 0; offset < 8; ++offset) {
      Query query;
      query.text = "oss";
      query.sort = sort;
      query.offset = offset;
      query.limit = 1;
      for (const Hit& hit : home_.search(query).hits) pages.push_back(std::stoi(hit.code));
    }
    EXPECT_EQ(pages, all);
  }
}

TEST_F(Synonyms, AWordFindsItsFormsInTextsOfOtherLanguages) {
  Vacancy english = vacancy(1, "Software position", "2.1.1.4.1.17");
  english.description =
      "We are looking for people who have been developing applications for the web and who are "
      "able to work with the team that is building our products.";
  home_.apply(english);
  EXPECT_THAT(found("developed"), ElementsAre(1));
  EXPECT_THAT(found("developed", false), IsEmpty());
}

TEST_F(Synonyms, CvsAreFoundByTheProfessionTheyWant) {
  Cv cv = small_cv(1, today);
  cv.wanted.front().title = "Lavori in cucina";
  cv.wanted.front().profession = {"5.2.2.1.0.4"};
  home_.apply(cv);
  Query query;
  query.collection = Collection::cvs;
  query.text = "cuoca";
  EXPECT_EQ(home_.search(query).total, 1u);
}

}  // namespace
}  // namespace incontro
