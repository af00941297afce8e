#include <gmock/gmock.h>
#include <incontro/professions.h>
#include <incontro/ranker.h>

#include <algorithm>
#include <set>

#include "professions/profession_tree.h"
#include "professions/title_table.h"
#include "support/seed.h"

namespace incontro {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string code(CodeIndex row) { return std::string(professions().row(row).code); }

std::string first_code(std::string_view text) {
  const auto hits = profession_linker().rank(text, 1);
  return hits.empty() ? "" : code(hits[0].row);
}

std::vector<std::string> named(std::string_view words) {
  std::vector<std::string> codes;
  for (const CodeIndex node : profession_linker().codes_of_title(Analyzer().analyze(words)))
    codes.push_back(code(node));
  return codes;
}

TEST(ProfessionTitles, AreManyAndStandOnVoicesOrBranches) {
  std::size_t italian = 0;
  std::set<std::pair<TitleOrigin, std::string_view>> seen;
  const auto titles = profession_titles();
  for (const ProfessionTitle& title : titles) {
    italian += title.italian;
    EXPECT_TRUE(seen.emplace(title.origin, title.text).second) << title.text << " stands twice";
    ASSERT_FALSE(title.rows.empty()) << title.text;
    EXPECT_TRUE(std::ranges::is_sorted(title.rows, std::less_equal<>()) || title.rows.size() == 1)
        << title.text;
    for (const CodeIndex row : title.rows)
      EXPECT_NE(professions().row(row).level, unit_level) << title.text;
    EXPECT_FALSE(title.text.empty());
    EXPECT_EQ(title.text.find_first_of("|\t\r"), std::string_view::npos) << title.text;
  }
  EXPECT_GT(titles.size(), 70'000U);
  EXPECT_GT(italian, 16'000U);
}

// Two labels stand on two voices each; then both come first, in the order of the codes.
TEST(ProfessionLinker, EveryVoiceIsFirstForItsOwnLabel) {
  const auto rows = professions().rows();
  std::vector<std::string> shared;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].level != voice_level) continue;
    const auto hits = profession_linker().rank(rows[i].label, 2);
    ASSERT_FALSE(hits.empty()) << rows[i].label;
    EXPECT_TRUE(hits[0].exact) << rows[i].label;
    EXPECT_EQ(hits[0].score, 1) << rows[i].label;
    if (hits[0].row == i) continue;
    shared.push_back(std::string(rows[i].code));
    EXPECT_EQ(Analyzer().fold(professions().row(hits[0].row).label),
              Analyzer().fold(rows[i].label));
    EXPECT_EQ(hits.at(1).row, i) << rows[i].label;
  }
  EXPECT_LE(shared.size(), 4U) << testing::PrintToString(shared);
}

TEST(ProfessionLinker, NamesOfOtherListsLeadToAllTheirCodes) {
  const auto titles = profession_titles();
  for (std::size_t i = 0; i < titles.size(); i += 97) {
    const auto hits = profession_linker().rank(titles[i].text, 60);
    for (const CodeIndex row : titles[i].rows) {
      const auto hit = std::ranges::find(hits, row, &ProfessionHit::row);
      ASSERT_NE(hit, hits.end()) << titles[i].text << " " << code(row);
      EXPECT_TRUE(hit->exact) << titles[i].text << " " << code(row);
    }
  }
}

TEST(ProfessionLinker, UnderstandsTheTitlesThatPeopleWrite) {
  const struct {
    const char* text;
    const char* code;  // how the first one begins
  } cases[] = {
      {"infermiera", "3.2.1.1.1.1"},
      {"INFERMIERI", "3.2.1.1.1.1"},
      {"  cuoca  ", "5.2.2.1.0"},
      {"Addetta/o alle pulizie", "8.1.4"},
      {"CERCASI N. 2 CAMERIERI DI SALA (M/F) A ROMA", "5.2.2.3.2"},
      {"cameriere/a di sala con esperienza", "5.2.2.3.2"},
      {"aiuto cuoco di ristorante", "5.2.2.1.0.1"},
      {"programmatrice informatica", "3.1.2.1.0.1"},
      {"Direttrice di albergo", "1."},
      {"CONTABILITA' - addetti", "4.3.2.1"},
      {"Saldatore (M/F)", "6.2.1"},
      {"ingegnere", "2.2.1"},
      {"autista", "7.4.2"},
      {"truck driver", "7.4.2.3.0"},
      {"Krankenpfleger", "3.2.1"},
      {"boulangère", "6.5.1.2"},
  };
  for (const auto& [text, expected] : cases)
    EXPECT_EQ(first_code(text).rfind(expected, 0), 0U) << text << " gives " << first_code(text);
}

TEST(ProfessionLinker, SaysNothingOfTextsThatNameNoProfession) {
  for (const char* text : {"", "   ", "!?", "asdf qwer", "\xFF\xFE", "12", "ø"})
    EXPECT_THAT(profession_linker().rank(text, 10), IsEmpty()) << text;
  EXPECT_THAT(profession_linker().rank("cuoco", 0), IsEmpty());
}

TEST(ProfessionLinker, ReadsTheBeginningOfALongText) {
  std::string text = "saldatore";
  for (int i = 0; i < 200'000; ++i) text += " qzxw";
  EXPECT_EQ(profession_linker().rank(text + " cuoco", 10).size(),
            profession_linker().rank(text, 10).size());
  EXPECT_EQ(first_code(text).rfind("6.2.1", 0), 0U);
  EXPECT_NO_FATAL_FAILURE(profession_linker().rank(std::string(1'000'000, 'a'), 10));
}

TEST(ProfessionLinker, ListsAreOrderedUniqueAndPrefixesOfEachOther) {
  std::mt19937_64 random(test_seed(20'111'115));
  const auto titles = profession_titles();
  for (int i = 0; i < 100; ++i) {
    const std::string text = std::string(titles[below(random, titles.size())].text) + " " +
                             std::string(titles[below(random, titles.size())].text);
    const auto all = profession_linker().rank(text, 50);
    const auto few = profession_linker().rank(text, 7);
    ASSERT_EQ(few.size(), std::min<std::size_t>(7, all.size())) << text;
    std::set<CodeIndex> rows;
    for (std::size_t k = 0; k < all.size(); ++k) {
      EXPECT_TRUE(rows.insert(all[k].row).second) << text;
      EXPECT_GT(all[k].score, 0);
      EXPECT_LE(all[k].score, 1);
      if (k < few.size()) {
        EXPECT_EQ(few[k].row, all[k].row) << text;
      }
      if (k == 0) continue;
      EXPECT_GE(all[k - 1].exact, all[k].exact) << text;
      if (!all[k - 1].exact) {
        EXPECT_GE(all[k - 1].score, all[k].score) << text;
      }
    }
  }
}

TEST(CodesOfTitle, ArePreciseRatherThanComplete) {
  EXPECT_THAT(named("saldatore"), ElementsAre("6.2.1.2.0", "6.2.1.7.0"));
  EXPECT_THAT(named("SALDATRICE"), ElementsAre("6.2.1.2.0", "6.2.1.7.0"));
  EXPECT_THAT(named("ingegnere"), ElementsAre("2.2.1"));
  EXPECT_THAT(named("infermiera"), ElementsAre("3.2.1.1.1"));
  EXPECT_THAT(named("l'autista"), ElementsAre("7.4.2"));
  EXPECT_THAT(named("truck driver"), ElementsAre("7.4.2.3.0"));
  EXPECT_THAT(named("segretaria"), ElementsAre("4.1.1.1.0.11"));
  EXPECT_THAT(named("muratore"), ElementsAre("6.1.2.1.0"));
  const auto helper = named("aiuto cuoco");
  EXPECT_THAT(helper, testing::Contains("5.2.2.1.0.1"));
  EXPECT_LE(helper.size(), 3U);
}

TEST(CodesOfTitle, LeadNowhereFromWordsOfEveryTrade) {
  for (const char* words : {"operaio", "addetto", "addetta", "responsabile", "tecnico", "direttore",
                            "impiegato", "assistente", "consulente", "manager", "esperto", "", "di",
                            "Roma", "esperienza", "asdf", "C++"})
    EXPECT_THAT(named(words), IsEmpty()) << words;
}

TEST(CodesOfTitle, AreNodesThatDoNotOverlapForAnyBeginningOfATitle) {
  std::mt19937_64 random(test_seed(6'212));
  const Analyzer analyzer;
  const auto titles = profession_titles();
  for (int i = 0; i < 2'000; ++i) {
    std::vector<Token> words = analyzer.analyze(titles[below(random, titles.size())].text);
    words.resize(std::min(words.size(), 1 + below(random, 3)));
    const auto nodes = profession_linker().codes_of_title(words);
    for (std::size_t k = 1; k < nodes.size(); ++k)
      EXPECT_GT(nodes[k], professions().row(nodes[k - 1]).last);
  }
}

// Against every node of the tree.
TEST(CodesOfTitle, ACommonNodeIsTheDeepestThatHoldsTheShare) {
  std::mt19937_64 random(test_seed(8'421));
  const auto rows = professions().rows();
  for (int i = 0; i < 300; ++i) {
    // Rows of one neighbourhood, with some strays.
    const std::size_t centre = below(random, rows.size());
    std::vector<WeightedRow> some;
    double sum = 0;
    for (std::size_t k = 1 + below(random, 12); k > 0; --k) {
      const std::size_t at =
          below(random, 6) == 0 ? below(random, rows.size()) : centre + below(random, 40);
      some.push_back({static_cast<CodeIndex>(std::min(at, rows.size() - 1)),
                      1.0 / static_cast<double>(1 + below(random, 4))});
      sum += some.back().weight;
    }
    std::ranges::sort(some, {}, &WeightedRow::row);
    CodeIndex deepest = no_code;
    for (std::size_t n = 0; n < rows.size(); ++n) {
      const auto node = static_cast<CodeIndex>(n);
      double within = 0;
      for (const WeightedRow& r : some)
        if (lies_within(r.row, node)) within += r.weight;
      if (within >= 0.8 * sum - 1e-12 &&
          (deepest == no_code || rows[n].level > rows[deepest].level))
        deepest = node;
    }
    EXPECT_EQ(common_node(some, 0.8 - 1e-12), deepest);
  }
}

TEST(ClearlyElsewhere, SpeaksOnlyWhereTitleAndCodeAreFarApart) {
  const struct {
    const char* title;
    const char* code;
    const char* better;  // how it begins; "": they agree, or it is not clear
  } cases[] = {
      {"Infermiera", "6.1.2.1.0.0", "3.2.1"},       // on bricklayers
      {"CUOCO", "2.1.1.4.1.0", "5.2.2"},            // on software analysts
      {"Saldatore (M/F)", "4.1.1.2.0.6", "6.2.1"},  // on clerks
      {"Saldatore", "6.2.1.2.0.4", ""},             // another kind of it
      {"Aiuto cuoca", "5.2.2.1.0.1", ""},
      {"Aiuto cuoca", "8.1.4.2.0.0", ""},
      {"Addetta alle vendite", "5.1.2.2.0.0", ""},
      {"Collaboratore", "6.1.2.1.0.0", ""},  // not clear
      {"Operaio", "2.1.1.4.1.0", ""},
      {"Figura da inserire in organico", "6.1.2.1.0.0", ""},
      {"", "6.1.2.1.0.0", ""},
  };
  for (const auto& [title, given, better] : cases) {
    const auto row = clearly_elsewhere(title, *professions().find(given));
    EXPECT_EQ(row.has_value(), *better != '\0') << title << " on " << given;
    if (row) {
      EXPECT_EQ(code(*row).rfind(better, 0), 0U) << title << " gives " << code(*row);
    }
    EXPECT_EQ(clearly_elsewhere(title, *professions().find(given)), row) << "remembered";
  }
}

TEST(Ranker, OwnScoreIsWhatATextOfTheQuerysKnownWordsScores) {
  const std::vector<RankerText> texts = {
      {"cuoco"}, {"aiuto cuoco"}, {"pizzaiolo e aiuto cuoco"}, {"ingegnere elettronico"}};
  const Ranker ranker(texts, Language::italian, title_formula());
  for (const RankerText& text : texts)
    EXPECT_NEAR(ranker.own_score(text.text), ranker.rank(text.text, 1).at(0).score, 1e-5)
        << text.text;
  EXPECT_DOUBLE_EQ(ranker.own_score("cuoco sconosciuto"), ranker.own_score("cuoco"));
  EXPECT_EQ(ranker.own_score("sconosciuto"), 0);
  EXPECT_EQ(ranker.own_score(""), 0);
}

}  // namespace
}  // namespace incontro
