// Operators, brackets and the signs of phones and word processors, as the parser reads them.

#include <gtest/gtest.h>

#include <algorithm>

#include "query/query_parser.h"
#include "support/seed.h"

namespace incontro {
namespace {

using Words = std::vector<std::string>;

const Analyzer& analyzer() {
  static const Analyzer instance;
  return instance;
}

ParsedQuery parse(std::string_view text) { return parse_query(analyzer(), text); }

void tell(const Clauses& clauses, const std::string& sign, Words& words) {
  for (const std::string& term : clauses.terms)
    if (std::ranges::find(clauses.implied, term) == clauses.implied.end())
      words.push_back(sign + term);
  for (const Phrase& phrase : clauses.phrases) {
    std::string text;
    for (const std::string& word : phrase) text += (text.empty() ? "" : " ") + word;
    words.push_back(sign + "\"" + text + "\"");
  }
  for (const std::string& prefix : clauses.prefixes) words.push_back(sign + prefix + "*");
  for (const OpenPhrase& phrase : clauses.open_phrases) {
    std::string text;
    for (const PhraseWord& word : phrase)
      text += (text.empty() ? "" : " ") + word.word + (word.open ? "*" : "");
    words.push_back(sign + "\"" + text + "\"");
  }
}

// What it asks for, in one form: a -b (c | d) -(e f).
std::string told(const ParsedQuery& query) {
  if (query.signs_only) return "nothing";
  Words parts;
  tell(query.required, "", parts);
  tell(query.excluded, "-", parts);
  for (const std::vector<ParsedQuery>& group : query.any_of) {
    std::string text;
    for (const ParsedQuery& member : group) text += (text.empty() ? "" : " | ") + told(member);
    parts.push_back("(" + text + ")");
  }
  for (const ParsedQuery& refused : query.none_of) parts.push_back("-(" + told(refused) + ")");
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : " ") + part;
  return text;
}

void expect_reads(std::string_view typed, std::string_view read) {
  EXPECT_EQ(told(parse(typed)), read) << typed;
}

TEST(QueryOperators, OrJoinsWhatStandsOnEitherSideAndIsTheLoosest) {
  expect_reads("rust OR perl", "(rust | perl)");
  expect_reads("rust perl OR sql", "(rust perl | sql)");
  expect_reads("rust OR perl AND sql", "(rust | perl sql)");
  expect_reads("rust | perl || sql", "(rust | perl | sql)");
  expect_reads("rust|perl", "(rust | perl)");
  expect_reads("rust OR \"sql server\" OR -perl", "(rust | \"sql server\" | -perl)");
}

TEST(QueryOperators, BracketsGroupAndNest) {
  expect_reads("(rust OR perl) sql", "sql (rust | perl)");
  expect_reads("(rust perl) sql", "rust perl sql");
  expect_reads("((rust OR (perl sql)) AND linux)", "linux (rust | perl sql)");
  expect_reads("(rust OR perl) (sql OR linux)", "(rust | perl) (sql | linux)");
  expect_reads("\uFF08rust OR perl\uFF09 sql", "sql (rust | perl)");
}

TEST(QueryOperators, NotBindsTheNextWordPhrasePrefixOrBracket) {
  expect_reads("rust NOT perl", "rust -perl");
  expect_reads("rust AND NOT perl", "rust -perl");
  expect_reads("rust NOT \"sql server\"", "rust -\"sql server\"");
  expect_reads("rust NOT prog*", "rust -prog*");
  expect_reads("rust -(perl OR sql)", "rust -perl -sql");
  expect_reads("rust NOT (perl sql)", "rust -(perl sql)");
  expect_reads("rust -(perl (sql OR linux))", "rust -(perl (sql | linux))");
}

TEST(QueryOperators, ItalianOperatorsAreReadOnlyWhereNotAllIsInCapitals) {
  expect_reads("rust O perl", "(rust | perl)");
  expect_reads("rust E perl NON sql", "rust perl -sql");
  EXPECT_EQ(told(parse("RUST O PERL")), told(parse("rust o perl")));
  EXPECT_EQ(told(parse("RUST NON PERL")), told(parse("rust non perl")));
  expect_reads("RUST OR PERL", "(rust | perl)");
  expect_reads("rust or perl", told(parse("rust Or perl")));
  EXPECT_TRUE(parse("rust or perl").any_of.empty());
}

TEST(QueryOperators, NothingIsRefusedAndWhatJoinsNothingIsLeftOut) {
  for (const char* const typed :
       {"OR rust", "rust OR", "rust AND", "AND rust", "(rust", "rust)", "((rust)", "() rust",
        "rust OR OR", "rust OR ()", "| rust |", "rust NOT", "rust -()", "rust (OR)", "rust OR il"})
    EXPECT_TRUE(parse(typed).any_of.empty()) << typed;
  expect_reads("OR rust OR", "rust");
  expect_reads("(rust OR perl", "(rust | perl)");
  expect_reads("rust OR perl)", "(rust | perl)");
}

TEST(QueryOperators, BracketsInsideWordsBelongToThem) {
  EXPECT_TRUE(parse("programmatore(trice) (m/f)").any_of.empty());
  expect_reads("(rust(ee) OR perl) sql", told(parse("(rust(ee) | perl) sql")));
  EXPECT_EQ(parse("(rust(ee) OR perl) sql").any_of.size(), 1u);
}

TEST(QueryOperators, DeepBracketsAndLongTextsEndWell) {
  const std::string deep(2'000, '(');
  expect_reads(deep + "rust", told(parse("rust")));
  std::string wide = "rust";
  for (int i = 0; i < 500; ++i) wide += " OR x" + std::to_string(i);
  EXPECT_EQ(alternatives_in(parse(wide)), 501u);
}

TEST(QueryOperators, QuotesOfEveryKindMakePhrases) {
  for (const char* const typed :
       {"\"sql server\"", "\u201Csql server\u201D", "\u201Esql server\u201C",
        "\u00ABsql server\u00BB", "\u00BBsql server\u00AB", "\u2039sql server\u203A",
        "\uFF02sql server\uFF02", "\u2033sql server\u2033", "\u201Csql server",
        "\"sql server\u201D", "\"\"sql server\"\"", "\u00AB\u00A0sql server\u00A0\u00BB"})
    expect_reads(typed, "\"sql server\"");
  expect_reads("l\u2019azienda", told(parse("l'azienda")));
}

TEST(QueryOperators, DashesOfEveryKindExcludeWhereTheAsciiOneWould) {
  for (const char* const dash : {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015",
                                 "\u2212", "\uFF0D", "--"}) {
    expect_reads("rust " + std::string(dash) + "perl", "rust -perl");
    expect_reads("rust " + std::string(dash) + " perl", "rust perl");
    EXPECT_TRUE(parse("rust" + std::string(dash) + "perl").excluded.empty()) << dash;
  }
}

TEST(QueryOperators, BlanksOfEveryKindEndWordsAndUnseenSignsDoNotHideOperators) {
  for (const char* const blank :
       {" ", "\t", "\n", "\u00A0", "\u2009", "\u202F", "\u3000", "\u2028"})
    expect_reads("rust" + std::string(blank) + "-perl", "rust -perl");
  expect_reads("\uFEFFrust OR\u200B perl", "(rust | perl)");
  expect_reads("rust \u200E-perl", "rust -perl");
  expect_reads("prog*\u200B", "prog*");
}

TEST(QueryOperators, AWordOfAPhraseMayBeLeftOpen) {
  expect_reads("\"addetto alle vend*\"", "\"addetto alle vend*\"");
  expect_reads("\"sql* server\"", "\"sql* server\"");
  expect_reads("\"prog*\"", "prog*");
  expect_reads("-\"sql serv*\"", "-\"sql serv*\"");
  expect_reads("\u201Csql serv\uFF0A\u201D", "\"sql serv*\"");
  expect_reads("prog\u2217", "prog*");
}

TEST(QueryOperators, SignsAloneAskForNothingAndBlanksForAll) {
  for (const char* const typed : {"???", "&", "\"\"", "-", "*", "()", "|", "\U0001F355", "- -\" *",
                                  "\u201C\u201D", "!!", "\u2014"})
    EXPECT_TRUE(parse(typed).signs_only) << typed;
  for (const char* const typed : {"", "  ", "\u00A0\u200B", "il di", "-rust", "rust ???"})
    EXPECT_FALSE(parse(typed).signs_only) << typed;
  EXPECT_FALSE(parse("NOT").signs_only);
}

TEST(QueryOperators, AnyTextIsReadAndGroupsHaveTwoMembersThatAskForSomething) {
  std::mt19937_64 random(test_seed(22));
  constexpr std::string_view pieces[] = {"rust", " ",    "(",      ")",        "OR",    " OR ",
                                         "AND ", "NOT ", "-",      "*",        "\"",    "\u201C",
                                         "|",    "il",   "\u200B", "\xE2\x80", "\uFF08"};
  const auto check = [](const auto& self, const ParsedQuery& query) -> void {
    for (const std::vector<ParsedQuery>& group : query.any_of) {
      EXPECT_GE(group.size(), 2u);
      for (const ParsedQuery& member : group) {
        EXPECT_FALSE(member.empty());
        self(self, member);
      }
    }
    for (const ParsedQuery& refused : query.none_of) {
      EXPECT_FALSE(refused.empty());
      self(self, refused);
    }
  };
  for (int round = 0; round < 5'000; ++round) {
    std::string text;
    for (std::size_t i = below(random, 24); i > 0; --i)
      text += pieces[below(random, std::size(pieces))];
    SCOPED_TRACE(text);
    check(check, parse(text));
  }
}

}  // namespace
}  // namespace incontro
