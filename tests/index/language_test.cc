#include <gmock/gmock.h>
#include <incontro/analyzer.h>
#include <incontro/codes.h>
#include <incontro/language.h>

#include <algorithm>
#include <fstream>

#include "support/seed.h"

namespace incontro {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<Token> read_as(Language language, std::string_view text) {
  static const Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(text, 0, tokens, language);
  return tokens;
}

// Whether a query of one word finds a text of one word.
bool finds(std::string_view query, Language language, std::string_view text) {
  static const Analyzer analyzer;
  const auto asked = analyzer.analyze(query);
  const auto held = read_as(language, text);
  if (asked.size() != 1 || held.size() != 1) return false;
  const auto others = analyzer.foreign_terms(asked[0]);
  return asked[0].term == held[0].term ||
         std::ranges::find(others, held[0].foreign_term) != others.end();
}

TEST(Language, OfSentences) {
  const std::pair<const char*, Language> sentences[] = {
      {"Cerchiamo un addetto alle vendite per il nostro negozio di Bologna.", Language::italian},
      {"La risorsa si occuperà di data entry, front office e customer care.", Language::italian},
      {"We are looking for a motivated nurse to join our team in London.", Language::english},
      {"You will be responsible for the daily running of the store", Language::english},
      {"Nous recherchons un vendeur pour notre magasin de Nice", Language::french},
      {"Vous êtes chargé de l'accueil des clients et de la caisse.", Language::french},
      {"Für unser Büro in Bozen suchen wir eine Sekretärin in Vollzeit", Language::german},
      {"WIR SUCHEN EINEN KOCH MIT ERFAHRUNG FÜR DIE SOMMERSAISON", Language::german},
  };
  for (const auto& [text, language] : sentences) EXPECT_EQ(detect_language(text), language) << text;
}

TEST(Language, IsItalianWhereLittleTells) {
  for (const char* text : {"", " ", "C++", "123", "a", "die", "Come", "XYZ", "Водитель", "In",
                           "\xFF\xFE", "part-time"})
    EXPECT_EQ(detect_language(text), Language::italian) << text;
}

TEST(Language, OfOfficialLabelsIsItalian) {
  for (const Table table : {Table::profession, Table::sector, Table::education}) {
    std::size_t other = 0, all = 0;
    std::string which;
    for (const CodeRow& row : code_table(table).rows()) {
      ++all;
      if (detect_language(row.label) == Language::italian) continue;
      ++other;
      which += "; " + std::string(row.label);
    }
    // "Web designer" and the like.
    EXPECT_LE(other, all / 200) << which;
  }
}

TEST(Language, TakesAnyBytesAndReadsMarksAndCaseAlike) {
  std::mt19937_64 random(test_seed(41));
  for (int round = 0; round < 3'000; ++round) {
    std::string text;
    for (std::size_t i = below(random, 60); i > 0; --i)
      text.push_back(static_cast<char>(below(random, 256)));
    detect_language(text);
  }
  EXPECT_EQ(detect_language("fur unser buro suchen wir eine sekretarin"), Language::german);
  EXPECT_EQ(detect_language("FÜR UNSER BÜRO SUCHEN WIR EINE SEKRETÄRIN"), Language::german);
}

TEST(Language, AForeignTextsWordsAreFoundByTheirOtherForms) {
  EXPECT_TRUE(finds("developer", Language::english, "developers"));
  EXPECT_TRUE(finds("nursing", Language::english, "nurses"));
  EXPECT_TRUE(finds("managing", Language::english, "managed"));
  EXPECT_TRUE(finds("vendeurs", Language::french, "vendeur"));
  EXPECT_TRUE(finds("chargée", Language::french, "chargés"));
  EXPECT_TRUE(finds("Köche", Language::german, "koche"));
  EXPECT_TRUE(finds("Fahrer", Language::german, "Fahrerinnen"));
  EXPECT_TRUE(finds("Verkäuferin", Language::german, "Verkäufer"));
  EXPECT_FALSE(finds("developer", Language::italian, "developers"));
}

TEST(Language, EveryWordOfAForeignTextIsFoundAsItIsTyped) {
  const char* const text =
      "The IT manager will be responsible for all of the hotel's staff and, on request, die Köche "
      "et les serveurs; C++ and part-time, e-mail 24h";
  for (const Language language : other_languages)
    for (const Token& token : read_as(language, text)) {
      if (token.stop) continue;  // an Italian function word: no query asks for it
      const auto typed = read_as(Language::italian, token.word);
      ASSERT_FALSE(typed.empty());
      EXPECT_EQ(typed.back().term, token.term) << token.word;
    }
}

TEST(Language, ItsFunctionWordsAreNotScored) {
  std::vector<std::string> unscored;
  for (const Token& token : read_as(Language::english, "The head of the kitchen and of IT"))
    if (token.unscored) unscored.push_back(token.word);
  EXPECT_THAT(unscored, ElementsAre("the", "of", "the", "and", "of", "it"));
  for (const Token& token : read_as(Language::italian, "The head of the kitchen and of IT"))
    EXPECT_FALSE(token.unscored);
}

TEST(Language, TermsOfOtherLanguagesNeverMeetItalianOnes) {
  static const Analyzer analyzer;
  for (const Token& token : read_as(Language::english, "operations opera developers case come"))
    EXPECT_TRUE(token.foreign_term.empty() || token.foreign_term.starts_with("en:"));
  EXPECT_THAT(analyzer.foreign_terms(analyzer.analyze("operations")[0]),
              ElementsAre("en:oper", "fr:oper", "de:operation"));
  for (const char* word : {"c++", "68/99", "h24", "della", "node.js"})
    EXPECT_THAT(analyzer.foreign_terms(analyzer.analyze(word).back()), IsEmpty()) << word;
}

// The judged collections and real ads, where they are present.
struct Collection {
  const char* file;
  std::size_t column;
  Language language;
};

class LanguageOf : public ::testing::TestWithParam<Collection> {};

TEST_P(LanguageOf, NearlyEveryTextIsRecognised) {
  std::ifstream in(std::string(INCONTRO_SHARED_DIR) + "/data/" + GetParam().file);
  if (!in) GTEST_SKIP() << "no " << GetParam().file << " among the reference material";
  std::size_t all = 0, right = 0;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::string_view text = line;
    for (std::size_t i = 0; i < GetParam().column; ++i)
      text.remove_prefix(std::min(text.find('\t'), text.size() - 1) + 1);
    if (text.size() < 100) continue;
    ++all;
    right += detect_language(text) == GetParam().language;
  }
  ASSERT_GT(all, 50u);
  EXPECT_GE(static_cast<double>(right) / static_cast<double>(all), 0.99);
}

INSTANTIATE_TEST_SUITE_P(
    Of, LanguageOf,
    ::testing::Values(Collection{"relevance/squad_it/docs.tsv", 2, Language::italian},
                      Collection{"relevance/cranfield/docs.tsv", 2, Language::english},
                      Collection{"ads/unimi_seed_it.tsv", 2, Language::italian}),
    [](const auto& tested) {
      return std::string(tested.index == 0 ? "Squad" : tested.index == 1 ? "Cranfield" : "Ads");
    });

}  // namespace
}  // namespace incontro
