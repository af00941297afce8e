#include <gmock/gmock.h>
#include <incontro/analyzer.h>

#include <thread>

#include "support/seed.h"
#include "support/words.h"

namespace incontro {
namespace {

using ::testing::ElementsAreArray;

std::string term(std::string_view word) {
  const auto tokens = analyzer().analyze(word);
  return tokens.size() == 1 ? tokens[0].term : "(not one token)";
}

struct Case {
  const char* name;
  const char* text;
  Words words;
};

class Tokens : public ::testing::TestWithParam<Case> {};

TEST_P(Tokens, AreTheseWords) {
  EXPECT_THAT(words(GetParam().text), ElementsAreArray(GetParam().words));
}

INSTANTIATE_TEST_SUITE_P(
    Of, Tokens,
    ::testing::Values(
        Case{"Plain", "Cuoco, pizzaiolo; barista!", {"cuoco", "pizzaiolo", "barista"}},
        Case{"Elision",
             "l'operaio dell'azienda un’altra nellʼarea",
             {"l", "operaio", "dell", "azienda", "un", "altra", "nell", "area"}},
        Case{"Surname", "D'Angelo De Luca", {"d", "angelo", "de", "luca"}},
        Case{"Accents", "Qualità più perché È", {"qualita", "piu", "perche", "e"}},
        Case{"ApostropheForAccent", "CONTABILITA' QUALITA'.", {"contabilita", "qualita"}},
        Case{"Languages", "C++ C# F# (C++) c++, R&D", {"c++", "c#", "f#", "c++", "c++", "r&d"}},
        Case{"DotNet",
             ".NET e ASP.NET; internet.net",
             {".net", "e", "asp", ".net", "internet", "net"}},
        Case{"Laws",
             "L.68/99, D.Lgs.81/08 e L.104/1992.",
             {"l", "68/99", "d.lgs", "81/08", "e", "l", "104/92"}},
        Case{"LawsInWords",
             "L. 68/1999, legge 68/99 (dlgs 81/2008)",
             {"l", "68/99", "legge", "68/99", "d.lgs", "81/08"}},
        Case{"DatesAreNoLaws",
             "05/12/2012 5/12/12 09/2012 2010/2012",
             {"05", "12", "2012", "5", "12", "12", "09", "2012", "2010", "2012"}},
        Case{
            "Abbreviations", "co.co.co. P.IVA SAP/R3", {"co.co.co", "partita", "iva", "sap", "r3"}},
        Case{"DotOrNot", "co.co.co, co.co.pro. D.Lgs", {"co.co.co", "co.co.pro", "d.lgs"}},
        Case{"Versions",
             "C++17 C++/C# word+excel B+",
             {"c++", "17", "c++", "c#", "word", "excel", "b+"}},
        Case{"TypographicSigns",
             "“C++” •.NET «C#» capo–turno… ‘sala’",
             {"c++", ".net", "c#", "capo", "turno", "sala"}},
        Case{"Digits", "3x8 B2 F24 ISO 9001", {"3x8", "b2", "f24", "iso", "9001"}},
        Case{"Hyphens", "part-time full-time", {"part", "time", "full", "time"}},
        Case{"FullWidth", "ＳＡＰ ﬁnanza", {"sap", "finanza"}},
        Case{"Decomposed", "qualita\xCC\x80", {"qualita"}},
        Case{"German", "Straße Bozen", {"strasse", "bozen"}},
        Case{"Cyrillic", "Водитель грузовика", {"водитель", "грузовика"}},
        Case{"Plus", "5 + 3 = 8", {"5", "3", "8"}}, Case{"Nothing", " .,;- '’\" ", {}}),
    [](const auto& tested) { return tested.param.name; });

TEST(Analyzer, JoinsTheFormsOfAWord) {
  EXPECT_EQ(term("sviluppatore"), term("sviluppatori"));
  EXPECT_EQ(term("impiegato"), term("impiegata"));
  EXPECT_EQ(term("saldatore"), term("Saldatori"));
  EXPECT_EQ(term("qualità"), term("QUALITA'"));
  EXPECT_NE(term("cuoco"), term("cucina"));
}

TEST(Analyzer, LeavesCodeLikeWordsUnstemmed) {
  for (const char* word : {"c++", "c#", ".net", "68/99", "f24", "b2"}) EXPECT_EQ(term(word), word);
}

TEST(Analyzer, MarksFunctionWordsAndKeepsTheirPlace) {
  const auto tokens = analyzer().analyze("addetto alle vendite dell'azienda");
  ASSERT_EQ(tokens.size(), 5u);
  const std::vector<bool> stops = {false, true, false, true, false};
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    EXPECT_EQ(tokens[i].stop, stops[i]) << tokens[i].word;
    EXPECT_EQ(tokens[i].position, i);
  }
}

TEST(Analyzer, SearchesSingleConsonantsUnlessAnApostropheCutsThemOff) {
  const auto stops = [](std::string_view text) {
    std::vector<bool> found;
    for (const Token& token : analyzer().analyze(text)) found.push_back(token.stop);
    return found;
  };
  EXPECT_THAT(stops("patente C"), ElementsAreArray({false, false}));
  EXPECT_THAT(stops("C e D"), ElementsAreArray({false, true, false}));
  EXPECT_THAT(stops("c'è d’ufficio"), ElementsAreArray({true, true, true, false}));
  EXPECT_THAT(stops("Sant'Agata"), ElementsAreArray({true, false}));
}

TEST(Analyzer, FindsALawHoweverItIsWritten) {
  for (const char* text : {"L.68/99", "L. 68/99", "l.68/1999", "legge 68/99", "Legge n. 68/1999"}) {
    const auto tokens = analyzer().analyze(text);
    EXPECT_EQ(tokens.back().term, "68/99") << text;
    EXPECT_FALSE(tokens.back().stop);
  }
}

TEST(Analyzer, GivesCommonTextTheTokensThatIcuGivesIt) {
  std::mt19937_64 random(test_seed(32));
  std::vector<std::string> signs = {"’", "‘", "“", "”", "–", "—", "•", "«", "»", "°", "\u00A0"};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789 .,'+#/-&()_@\n"))
    signs.emplace_back(1, c);
  for (int c = 0x80; c < 0xC0; ++c) signs.push_back({'\xC3', static_cast<char>(c)});
  for (int round = 0; round < 5'000; ++round) {
    std::string text;
    for (std::size_t i = below(random, 60); i > 0; --i) text += signs[below(random, signs.size())];
    // A letter that is not common at the end, apart, sends all of the text through ICU.
    Words by_icu = words(text + " ж");
    ASSERT_FALSE(by_icu.empty());
    EXPECT_EQ(by_icu.back(), "ж");
    by_icu.pop_back();
    EXPECT_EQ(words(text), by_icu) << text;
  }
}

TEST(Analyzer, CountsPositionsOnFromTheGivenOne) {
  std::vector<Token> tokens;
  EXPECT_EQ(analyzer().analyze("uno due", 10, tokens), 12u);
  EXPECT_EQ(analyzer().analyze("tre", 50, tokens), 51u);
  ASSERT_EQ(tokens.size(), 3u);
  EXPECT_EQ(tokens[1].position, 11u);
  EXPECT_EQ(tokens[2].position, 50u);
}

TEST(Analyzer, CutsWordsAtTheEndOfACharacterWithin64Bytes) {
  for (const std::string& word : {std::string(1'000'000, 'a'), std::string(63, 'a') + "жжж"})
    for (const Token& token : analyzer().analyze(word)) {
      EXPECT_LE(token.word.size(), 64u);
      EXPECT_EQ(analyzer().fold(token.word), token.word);
    }
}

TEST(Analyzer, TakesAnyBytes) {
  std::mt19937_64 random(test_seed(31));
  for (int round = 0; round < 3'000; ++round) {
    std::string text;
    for (std::size_t i = below(random, 40); i > 0; --i)
      text.push_back(static_cast<char>(below(random, 3) == 0 ? below(random, 256)
                                                             : " abC+#.'/-"[below(random, 10)]));
    std::uint32_t last = 0;
    for (const Token& token : analyzer().analyze(text)) {
      EXPECT_FALSE(token.word.empty());
      EXPECT_GE(token.position, last);
      last = token.position;
      // What was folded once is folded: words of documents and of queries meet.
      EXPECT_EQ(analyzer().fold(token.word), token.word);
    }
  }
}

TEST(Analyzer, GivesTheSameTokensOnEveryThread) {
  const std::string text = "L'addetto all'ufficio qualità usa C++ e l'inglese (B2) da 3 anni";
  const Words expected = words(text);
  std::vector<std::thread> threads;
  std::vector<Words> found(8);
  for (Words& mine : found)
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) mine = words(text);
    });
  for (std::thread& thread : threads) thread.join();
  for (const Words& mine : found) EXPECT_EQ(mine, expected);
}

}  // namespace
}  // namespace incontro
