#include <gmock/gmock.h>
#include <incontro/analyzer.h>
#include <incontro/codes.h>
#include <incontro/job_title_forms.h>

#include <set>

#include "support/seed.h"

namespace incontro {
namespace {

std::string folded(std::string_view word) { return fold_inflection(word); }
std::string family(std::string_view word) { return word_family(fold_inflection(word)); }

using Forms = std::vector<std::string_view>;

class OneTitle : public ::testing::TestWithParam<Forms> {};

TEST_P(OneTitle, HasOneFoldedFormInAllGendersAndNumbers) {
  for (const std::string_view form : GetParam())
    EXPECT_EQ(folded(form), folded(GetParam()[0])) << form;
}

INSTANTIATE_TEST_SUITE_P(
    Of, OneTitle,
    ::testing::Values(Forms{"addetto", "addetta", "addetti", "addette"},
                      Forms{"direttore", "direttrice", "direttori", "direttrici"},
                      Forms{"infermiere", "infermiera", "infermieri"},
                      Forms{"cuoco", "cuoca", "cuochi", "cuoche"},
                      Forms{"psicologo", "psicologa", "psicologi", "psicologhe"},
                      Forms{"operaio", "operaia", "operai", "operaie"},
                      Forms{"segretario", "segretaria", "segretari", "segretarie"},
                      Forms{"barista", "baristi", "bariste"}, Forms{"manager", "managers"},
                      Forms{"farmacia", "farmacie"}, Forms{"professore", "professoressa"}),
    [](const auto& title) { return std::string(title.param[0]); });

TEST(JobTitleForms, TradeWorkerAndWorkAreOneFamily) {
  for (const Forms& relatives :
       {Forms{"progettista", "progettazione", "progettare"},
        Forms{"saldatore", "saldatura", "saldatrici"}, Forms{"gelataio", "gelateria", "gelati"},
        Forms{"contabile", "contabilita"}, Forms{"allenatore", "allenamento", "allenante"}})
    for (const std::string_view word : relatives)
      EXPECT_EQ(family(word), family(relatives[0])) << word << " and " << relatives[0];
}

TEST(JobTitleForms, DifferentTradesStayApart) {
  std::set<std::string> seen;
  for (const std::string_view word :
       {"cuoco", "cuoio", "medico", "meccanico", "macchinista", "magazziniere", "muratore",
        "fabbro", "falegname", "idraulico", "elettricista", "barbiere", "barista", "sarto",
        "attore"})
    EXPECT_TRUE(seen.insert(family(word)).second) << word << " gives " << family(word);
}

TEST(JobTitleForms, ShortWordsAndCodesStayAsTheyAre) {
  for (const std::string_view word :
       {"", "a", "oss", "dba", "c++", ".net", "sap/r3", "h24", "b2b", "più", "68/99"}) {
    EXPECT_EQ(folded(word), word);
    EXPECT_EQ(family(word), word);
  }
}

// A prefix, except for -trice, whose stem gets back the -tor that the masculine has.
void expect_sound(const std::string& word) {
  SCOPED_TRACE(word);
  const std::string f = folded(word), root = family(word);
  EXPECT_FALSE(f.empty());
  EXPECT_FALSE(root.empty());
  EXPECT_LE(f.size(), word.size());
  EXPECT_TRUE(f.starts_with(root)) << f << " " << root;
  EXPECT_TRUE(word.starts_with(f) || word.find("tric") != std::string::npos) << f;
  if (word.size() >= 4) {
    EXPECT_GE(root.size(), 2U) << root;
  }
}

TEST(JobTitleForms, AreStartsOfEveryWordOfTheProfessionsTable) {
  const Analyzer analyzer;
  std::size_t words = 0;
  for (const auto& row : code_table(Table::profession).rows())
    for (const Token& token : analyzer.analyze(row.label)) {
      expect_sound(token.word);
      ++words;
    }
  EXPECT_GT(words, 10'000U);
}

TEST(JobTitleForms, AreStartsOfAnyWord) {
  std::mt19937_64 random(test_seed(7));
  const std::string_view endings[] = {"trice", "essa", "aio", "ai", "chi", "gie", "ista", "s", ""};
  for (int i = 0; i < 20'000; ++i) {
    std::string word;
    for (std::size_t n = 1 + below(random, 8); n > 0; --n)
      word += static_cast<char>('a' + below(random, 26));
    expect_sound(word + std::string(endings[below(random, std::size(endings))]));
  }
}

}  // namespace
}  // namespace incontro
