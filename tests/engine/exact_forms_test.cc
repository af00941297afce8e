// The word as it was typed goes before one that has only its stem.

#include <gmock/gmock.h>
#include <incontro/engine.h>

#include <fstream>

#include "support/home.h"
#include "support/records.h"

namespace incontro {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr Date today = Date{std::chrono::days(20'780)};

class ExactForms : public ::testing::Test {
 protected:
  static Vacancy vacancy(int number, std::string title, std::string description) {
    Vacancy made = small_vacancy(number, today - std::chrono::days(number % 30));
    made.title = std::move(title);
    made.profession = {"2.1.1.1.2.2"};  // its name shares no word with the pairs
    made.description = std::move(description);
    return made;
  }
  void add(int number, std::string title, std::string description) {
    home_.apply(vacancy(number, std::move(title), std::move(description)));
  }
  std::vector<int> found(std::string text, Sort sort = Sort::relevance) {
    Query query;
    query.text = std::move(text);
    query.sort = sort;
    query.synonyms = false;
    query.limit = 100;
    return home_.numbers(query);
  }

  TestHome home_{today};
};

struct Pair {
  std::string kind, word, other;
};

std::vector<Pair> pairs() {
  std::ifstream in(std::filesystem::path(INCONTRO_SOURCE_DIR) / "tests/data/word_pairs.tsv");
  std::vector<Pair> all;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const auto first = line.find('\t'), second = line.find('\t', first + 1);
    all.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1),
                   line.substr(second + 1)});
  }
  return all;
}

TEST_F(ExactForms, OfJudgedPairsTheWordAsTypedComesFirst) {
  int number = 0;
  std::size_t alike = 0, met = 0, unlike = 0, joined = 0;
  const std::vector<Pair> all = pairs();
  ASSERT_GE(all.size(), 158u);
  std::vector<Record> records;
  for (const Pair& pair : all) {
    records.push_back(vacancy(++number, "Annuncio", "Si parla anche di " + pair.word + "."));
    records.push_back(
        vacancy(++number, "Con " + pair.other, "Qui si parla di " + pair.other + "."));
  }
  home_.apply(records);
  number = 0;
  for (const Pair& pair : all) {
    const int own = ++number, other = ++number;
    const std::vector<int> order = found(pair.word);
    const auto own_place = std::ranges::find(order, own);
    const auto other_place = std::ranges::find(order, other);
    ASSERT_NE(own_place, order.end()) << pair.word;
    const bool both = other_place != order.end();
    EXPECT_TRUE(!both || own_place < other_place) << pair.word << " before " << pair.other;
    (pair.kind == "alike" ? alike : unlike) += 1;
    (pair.kind == "alike" ? met : joined) += both;
    EXPECT_TRUE(both || pair.kind == "unlike") << pair.word << " finds " << pair.other;
  }
  RecordProperty("alike", static_cast<int>(alike));
  RecordProperty("met", static_cast<int>(met));
  RecordProperty("unlike", static_cast<int>(unlike));
  RecordProperty("joined", static_cast<int>(joined));
  EXPECT_GE(alike, 79u);
  EXPECT_GE(unlike, 79u);
}

TEST_F(ExactForms, AWordOnceGoesBeforeAnotherOfItsStemInATitle) {
  add(1, "Addetto al collo d'oca", "Lavoro al collo.");
  add(2, "Falegname", "Si usa anche colla, in una bottega con molti altri lavori da fare.");
  EXPECT_THAT(found("colla"), ElementsAre(2, 1));
  EXPECT_THAT(found("collo"), ElementsAre(1, 2));
}

TEST_F(ExactForms, DoNotExcludeOtherGendersAndNumbers) {
  add(1, "Infermiere di reparto", "Turni.");
  add(2, "Infermieri professionali", "Turni.");
  EXPECT_THAT(found("infermieri"), ElementsAre(2, 1));
  EXPECT_THAT(found("infermiere"), ElementsAre(1, 2));
  EXPECT_THAT(found("infermiera"), UnorderedElementsAre(1, 2));
}

TEST_F(ExactForms, CountForEachWordOfTheQuery) {
  add(1, "Salumi", "Il banco della posta.");
  add(2, "Salumi", "Il banco del posto.");
  add(3, "Salumi", "La banca del posto.");
  EXPECT_EQ(found("banco posta").front(), 1);
  EXPECT_EQ(found("banco posto").front(), 2);
  EXPECT_EQ(found("banca posto").front(), 3);
}

TEST_F(ExactForms, CountOnceHoweverOftenAWordIsTypedOrStands) {
  add(1, "Salumi", "Il banco e la banca.");
  add(2, "Salumi", "La banca e la banca.");
  EXPECT_EQ(found("banca"), found("banca banca"));
  EXPECT_EQ(found("banca banco").front(), found("banco banca").front());
}

TEST_F(ExactForms, AreReadWithoutMarksAndCase) {
  add(1, "Uffici", "Il contabile.");
  add(2, "Uffici", "Le attività contabili.");
  EXPECT_EQ(found("CONTABILI").front(), 2);
  EXPECT_EQ(found("Contàbile").front(), 1);
}

TEST_F(ExactForms, LeavePhrasesPrefixesAndDatesAlone) {
  add(1, "Salumi", "Il banco.");
  add(2, "Sportello", "La banca.");
  EXPECT_THAT(found("\"la banca\""), ElementsAre(2));
  EXPECT_THAT(found("ban*"), ElementsAre(1, 2));
  EXPECT_THAT(found("banca", Sort::date), ElementsAre(1, 2)) << "the newer first";
}

}  // namespace
}  // namespace incontro
