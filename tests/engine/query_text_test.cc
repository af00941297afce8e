#include <gtest/gtest.h>
#include <incontro/query_text.h>

#include <algorithm>

#include "query/query_parser.h"

namespace incontro {
namespace {

TEST(BothTexts, JoinPlainWordsAsTheyAre) {
  EXPECT_EQ(both_texts("cuoco pizzaiolo", "Roma"), "cuoco pizzaiolo Roma");
  EXPECT_EQ(both_texts("", "Roma"), "Roma");
  EXPECT_EQ(both_texts("cuoco", ""), "cuoco");
}

TEST(BothTexts, KeepAlternativesToThemselves) {
  EXPECT_EQ(both_texts("cuoco OR barista", "Roma"), "(cuoco OR barista) Roma");
  EXPECT_EQ(both_texts("cuoco|barista", "Roma O Milano"), "(cuoco|barista) (Roma O Milano)");
  EXPECT_EQ(both_texts("chef (cuoco OR barista)", "Roma"), "chef (cuoco OR barista) Roma");
  EXPECT_EQ(both_texts("cuoco OR (barista -bar", "Roma"), "(cuoco OR (barista -bar)) Roma");
}

TEST(BothTexts, CloseWhatWasLeftOpen) {
  EXPECT_EQ(both_texts("\"aiuto cuoco", "Roma"), "\"aiuto cuoco\" Roma");
  EXPECT_EQ(both_texts("“aiuto cuoco”", "Roma"), "“aiuto cuoco” Roma");
  EXPECT_EQ(both_texts("(cuoco", "Roma"), "(cuoco) Roma");
}

// Whatever stands in the one text, the other is asked for besides.
TEST(BothTexts, AskForTheOtherTooWhateverTheOneIs) {
  const Analyzer analyzer;
  for (const char* one : {"cuoco OR barista", "\"cuoco", "(cuoco", "cuoco)", "NOT", "OR",
                          "a | b | c", "((a OR b) c", "\"a OR b\" OR c", "-\"a b", "NON (a O b"}) {
    const ParsedQuery both = parse_query(analyzer, both_texts(one, "catanzaro"));
    EXPECT_EQ(std::ranges::count(both.required.terms, analyzer.analyze("catanzaro")[0].term), 1)
        << one;
  }
}

}  // namespace
}  // namespace incontro
