#include "query/query_parser.h"

#include <gtest/gtest.h>

#include "support/seed.h"

namespace incontro {
namespace {

using Words = std::vector<std::string>;

ParsedQuery parse(std::string_view text) {
  static const Analyzer analyzer;
  return parse_query(analyzer, text);
}

std::string stem(std::string_view word) {
  static const Analyzer analyzer;
  return analyzer.analyze(word).back().term;
}

TEST(QueryParser, RequiresEveryWordOnceByItsStem) {
  const ParsedQuery query = parse("  cuoca cuoca  pizzaiolo ");
  EXPECT_EQ(query.required.terms, (Words{stem("cuoca"), stem("pizzaiolo")}));
  EXPECT_TRUE(query.required.phrases.empty());
  EXPECT_TRUE(query.excluded.terms.empty());
}

TEST(QueryParser, DoesNotSearchStopWordsOutsidePhrases) {
  EXPECT_TRUE(parse("di della il").required.terms.empty());
  EXPECT_EQ(parse("\"addetto alle vendite\"").required.phrases,
            (std::vector<Phrase>{{"addetto", "alle", "vendite"}}));
}

TEST(QueryParser, APhraseTakesPartInTheScoreByItsStems) {
  EXPECT_EQ(parse("\"addetto alle vendite\"").required.terms,
            (Words{stem("addetto"), stem("vendite")}));
}

TEST(QueryParser, WordsThatTogetherAreASpellingAreReadAsOne) {
  const std::vector<std::pair<std::string, std::string>> same = {
      {"node js", "node.js"}, {"vue js", "vue"},
      {"React JS", "react"},  {"dot net", ".net"},
      {"c sharp", "c#"},      {"C plus plus", "c++"},
      {"dev ops", "devops"},  {"Postgre SQL", "postgresql"}};
  for (const auto& [parted, joined] : same) {
    EXPECT_EQ(parse(parted).required.terms, parse(joined).required.terms) << parted;
    EXPECT_EQ(parse("cuoco " + parted + " milano").required.terms.size(), 3u) << parted;
  }
  EXPECT_EQ(parse("node -js").required.terms, Words{"nod"});
  EXPECT_EQ(parse("node \"js\"").required.phrases.size(), 1u);
}

TEST(QueryParser, WhatIsTypedAsOneWordIsACompound) {
  for (const char* text : {"socio-sanitario", "sociosanitario", "asp.net", "part-time", "parttime",
                           "SAP/R3", "ISO-9001", "AS/400"})
    EXPECT_EQ(parse(text).required.compounds.size(), 1u) << text;
  for (const char* text : {"cuoco/cameriere", "dell'ufficio", "socio sanitario", "\"part-time\"",
                           "cuoco,cameriere", "infermiere", "word+excel"})
    EXPECT_TRUE(parse(text).required.compounds.empty()) << text;
}

TEST(QueryParser, KeepsRequiredWordsAsTypedOutsideOfQuotes) {
  EXPECT_EQ(parse("Banca banco banca").required.typed,
            (std::vector<TypedForm>{{stem("banca"), "banca"}, {stem("banca"), "banco"}}));
  EXPECT_TRUE(parse("\"la banca\" ban* -banco della").required.typed.empty());
  EXPECT_TRUE(parse("-banco").excluded.typed.empty());
}

TEST(QueryParser, ReadsExclusionsOfWordsPhrasesAndCompounds) {
  const ParsedQuery query = parse("cuoco -pizzeria -\"lavoro notturno\" -part-time");
  EXPECT_EQ(query.required.terms, Words{stem("cuoco")});
  EXPECT_EQ(query.excluded.terms, Words{stem("pizzeria")});
  EXPECT_EQ(query.excluded.phrases,
            (std::vector<Phrase>{{"lavoro", "notturno"}, {"part", "time"}}));
}

TEST(QueryParser, ReadsPrefixesOfTwoCharactersAndMore) {
  EXPECT_EQ(parse("Progr*").required.prefixes, Words{"progr"});
  EXPECT_TRUE(parse("Progr*").required.terms.empty());
  EXPECT_TRUE(parse("p*").required.prefixes.empty());
  EXPECT_EQ(parse("-magazz*").excluded.prefixes, Words{"magazz"});
}

TEST(QueryParser, ReadsAPrefixAsItIsTypedThoughItIsAnAbbreviation) {
  EXPECT_EQ(parse("resp*").required.prefixes, Words{"resp"});
  EXPECT_EQ(parse("amm*").required.prefixes, Words{"amm"});
  EXPECT_EQ(parse("resp").required.terms, Words{stem("responsabile")});
}

TEST(QueryParser, AsksForEqualPhrasesAndPrefixesOnce) {
  const ParsedQuery query = parse("\"capo cuoco\" \"capo cuoco\" progr* progr* -\"a b\" -\"a b\"");
  EXPECT_EQ(query.required.phrases.size(), 1u);
  EXPECT_EQ(query.required.prefixes.size(), 1u);
  EXPECT_EQ(query.excluded.phrases.size(), 1u);
}

TEST(QueryParser, KeepsCodeLikeWords) {
  EXPECT_EQ(parse("C++").required.terms, Words{"c++"});
  EXPECT_EQ(parse("-C++").excluded.terms, Words{"c++"});
  EXPECT_EQ(parse(".NET").required.terms, Words{".net"});
}

TEST(QueryParser, SplitsElisions) {
  EXPECT_EQ(parse("dell'azienda").required.terms, Words{stem("azienda")});
}

TEST(QueryParser, NeverFailsOnAnyBytes) {
  std::mt19937_64 random(test_seed(21));
  const std::string alphabet = "ab\"-* \t'+#.\xC3\xA0\xFF\x80\n";
  for (int round = 0; round < 5'000; ++round) {
    std::string text;
    for (std::size_t i = below(random, 24); i > 0; --i)
      text += alphabet[below(random, alphabet.size())];
    const ParsedQuery query = parse(text);
    for (const Clauses* clauses : {&query.required, &query.excluded}) {
      for (const Phrase& phrase : clauses->phrases) EXPECT_FALSE(phrase.empty());
      for (const std::string& prefix : clauses->prefixes) EXPECT_GE(prefix.size(), 2u);
    }
  }
}

TEST(QueryParser, AnOpenQuoteEndsWithTheText) {
  EXPECT_EQ(parse("\"cuoco capo").required.phrases, (std::vector<Phrase>{{"cuoco", "capo"}}));
  EXPECT_TRUE(parse("\"").required.phrases.empty());
  EXPECT_TRUE(parse("- -\" *").required.terms.empty());
}

}  // namespace
}  // namespace incontro
