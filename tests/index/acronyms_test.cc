#include <gtest/gtest.h>
#include <incontro/acronyms.h>

namespace incontro {
namespace {

const Acronyms& acronyms() {
  static const Acronyms instance{Analyzer()};
  return instance;
}

std::vector<std::string> terms(std::string_view text) {
  std::vector<std::string> found;
  for (const Token& token : Analyzer().analyze(text))
    if (!token.stop) found.push_back(token.term);
  return found;
}

TEST(Acronyms, StandForTheirExpansions) {
  const auto oss = acronyms().of_word("oss");
  ASSERT_EQ(oss.size(), 1u);
  EXPECT_EQ(oss[0].expansion, "operatore socio sanitario");
  EXPECT_EQ(oss[0].terms, terms("operatrici socio-sanitarie"));
  EXPECT_TRUE(acronyms().of_word("cuoco").empty());
  EXPECT_TRUE(acronyms().of_word("").empty());
}

TEST(Acronyms, AreFoundByTheirExpansionsInAnyNumberAndGender) {
  for (const char* text : {"operatore socio sanitario", "Operatrici socio-sanitarie a Bologna"}) {
    const auto found = acronyms().of_expansion(terms(text));
    ASSERT_NE(found.acronym, nullptr) << text;
    EXPECT_EQ(found.acronym->word, "oss");
    EXPECT_EQ(found.terms, 3u);
  }
  EXPECT_EQ(acronyms().of_expansion(terms("buste paga")).acronym, nullptr);
  EXPECT_EQ(acronyms().of_expansion({}).acronym, nullptr);
}

TEST(Acronyms, OfTwoExpansionsTheLongerIsTaken) {
  const auto found =
      acronyms().of_expansion(terms("operatore socio sanitario specializzato notturno"));
  ASSERT_NE(found.acronym, nullptr);
  EXPECT_EQ(found.acronym->word, "osss");
  EXPECT_EQ(found.terms, 4u);
}

TEST(Acronyms, OfTheIssueAreKnownAndOneTokenEach) {
  for (const char* word :
       {"oss", "cpi", "apl", "adr", "cqc", "ecdl", "hr", "rspp", "aso", "osa", "plc", "cnc"}) {
    const auto found = acronyms().of_word(word);
    ASSERT_FALSE(found.empty()) << word;
    EXPECT_EQ(acronyms().of_expansion(found[0].terms).acronym, &found[0]) << word;
    EXPECT_EQ(Analyzer().analyze(word).size(), 1u) << word;
  }
}

}  // namespace
}  // namespace incontro
