// The skills that texts name. The measure is on sentences written by hand for it
// (tests/data/skills_sentences.tsv), before the tagger existed; rules and names were worked on with
// those of the split "development" in view, those "held-out" were only counted.
//
// INCONTRO_SHOW_ERRORS=1 lists what is wrong in the development split.

#include <gmock/gmock.h>
#include <incontro/skills.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "skills/aho_corasick.h"
#include "support/seed.h"

namespace incontro {
namespace {

using Codes = std::set<std::string>;

Codes skills_in(std::string_view text) {
  Codes codes;
  for (const CodeIndex skill : skill_tagger().tag(text))
    codes.emplace(code_table(Table::skill).row(skill).code);
  return codes;
}

struct Sentence {
  std::string split, text;
  Codes skills;
};

std::vector<Sentence> sentences() {
  std::ifstream file(INCONTRO_SOURCE_DIR "/tests/data/skills_sentences.tsv");
  std::vector<Sentence> all;
  std::string line;
  std::getline(file, line);  // the heading
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    Sentence& sentence = all.emplace_back();
    std::string skills, skill;
    std::getline(cells, sentence.split, '\t');
    std::getline(cells, sentence.text, '\t');
    std::getline(cells, skills);
    for (std::istringstream codes(skills); codes >> skill;) sentence.skills.insert(skill);
  }
  return all;
}

struct Tally {
  double right = 0, found = 0, wanted = 0;
  double precision() const { return right / found; }
  double recall() const { return right / wanted; }
};

std::string joined(const Codes& codes) {
  std::string text;
  for (const std::string& code : codes) text += code + " ";
  return text;
}

TEST(Skills, OfTwoHundredSentencesAreFoundWithFewErrors) {
  const auto all = sentences();
  ASSERT_EQ(all.size(), 200u);
  std::map<std::string, Tally> tallies;
  for (const Sentence& sentence : all) {
    for (const std::string& code : sentence.skills)
      ASSERT_TRUE(code_table(Table::skill).known(code)) << code;
    const Codes found = skills_in(sentence.text);
    Codes right;
    std::ranges::set_intersection(found, sentence.skills, std::inserter(right, right.end()));
    Tally& tally = tallies[sentence.split];
    tally.right += static_cast<double>(right.size());
    tally.found += static_cast<double>(found.size());
    tally.wanted += static_cast<double>(sentence.skills.size());
    if (sentence.split == "development" && found != sentence.skills &&
        std::getenv("INCONTRO_SHOW_ERRORS"))
      std::cout << sentence.text << "\n  wanted " << joined(sentence.skills) << "\n  found  "
                << joined(found) << "\n";
  }
  for (const auto& [split, tally] : tallies) {
    std::cout << split << ": precision " << tally.precision() << ", recall " << tally.recall()
              << " (" << tally.right << " right, " << tally.found << " found, " << tally.wanted
              << " wanted)\n";
    EXPECT_GE(tally.precision(), 0.93) << split;
    EXPECT_GE(tally.recall(), 0.92) << split;
  }
}

struct Line {
  std::string name, code, how;
};

std::vector<Line> names() {
  std::ifstream file(INCONTRO_SOURCE_DIR "/data/skills/names.tsv");
  std::vector<Line> all;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    Line& read = all.emplace_back();
    std::getline(cells, read.name, '\t');
    std::getline(cells, read.code, '\t');
    std::getline(cells, read.how);
  }
  return all;
}

std::string shouted(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return text;
}

TEST(Skills, AreFoundByEachOfTheirNamesHoweverItIsWritten) {
  std::set<std::string> named;
  for (const Line& line : names()) {
    const Codes wanted = line.code == "-" ? Codes{} : Codes{line.code};
    named.insert(line.code);
    const std::string text = line.how == "context" ? "linguaggio software " + line.name : line.name;
    if (line.how != "context") {
      EXPECT_EQ(skills_in(text), wanted) << line.name;
      EXPECT_EQ(skills_in(shouted(text)), wanted) << line.name;
    } else {
      EXPECT_THAT(skills_in(line.name), ::testing::IsEmpty()) << line.name;
      EXPECT_THAT(skills_in(text), ::testing::Contains(line.code)) << line.name;
    }
  }
  for (const CodeRow& row : code_table(Table::skill).rows())
    EXPECT_TRUE(named.contains(std::string(row.code))) << row.code << " has no name";
}

TEST(Skills, AreFoundInSingularAndPluralAndNotByASharedStemAlone) {
  EXPECT_THAT(skills_in("saldature tig"), ::testing::ElementsAre("saldatura-tig"));
  EXPECT_THAT(skills_in("inventario e inventari"), ::testing::ElementsAre("inventario"));
  EXPECT_THAT(skills_in("Condizionatori"), ::testing::ElementsAre("climatizzazione"));
  EXPECT_THAT(skills_in("condizioni offerte"), ::testing::IsEmpty());
  EXPECT_THAT(skills_in("accesso al database"), ::testing::ElementsAre("database"));
  EXPECT_THAT(skills_in("database Access"), ::testing::Contains("microsoft-access"));
}

TEST(Skills, AreNotFoundWhereTheClauseDeniesThem) {
  const struct {
    const char* text;
    Codes skills;
  } cases[] = {
      {"Non è richiesta la conoscenza di Excel.", {}},
      {"Non è richiesta la conoscenza di Excel, Word e PowerPoint.", {}},
      {"Excel non richiesto. Richiesta la conoscenza di Word.", {"word"}},
      {"Non è richiesto Excel, ma è gradito Word.", {"word"}},
      {"La conoscenza di SAP non è necessaria, ma è gradita.", {"sap"}},
      {"Non solo Excel: anche Word.", {"excel", "word"}},
      {"Non meno di due anni di esperienza con SAP", {"sap"}},
      {"Si lavora senza SAP. Si usa Excel.", {"excel"}},
      {"Senza esperienza, con patentino per il muletto", {"carrello-elevatore"}},
      {"Controlli non distruttivi", {"controlli-non-distruttivi"}},
      {"Astenersi senza attestato HACCP", {"haccp"}},
      {"AutoCAD is not required. SAP is.", {"sap"}},
  };
  for (const auto& [text, skills] : cases) EXPECT_EQ(skills_in(text), skills) << text;
}

TEST(Skills, OfCommonWordsNeedCompany) {
  EXPECT_THAT(skills_in("C, C++ e Python"), ::testing::ElementsAre("c", "cpp", "python"));
  EXPECT_THAT(skills_in("patente C"), ::testing::IsEmpty());
  EXPECT_THAT(skills_in("residenza a C"), ::testing::IsEmpty());
  EXPECT_THAT(skills_in("linguaggio Go"), ::testing::ElementsAre("go"));
  EXPECT_THAT(skills_in("ready to go"), ::testing::IsEmpty());
}

TEST(Skills, OfAnEmptyOrUglyTextAreNone) {
  for (const char* text :
       {"", " ", ".,;:", "\xff\xfe", "non", "senza", ", senza , non è richiesto", "((((", "\n\n\n"})
    EXPECT_THAT(skills_in(text), ::testing::IsEmpty()) << text;
}

// Words of names and cues in any order: nothing breaks, and whoever asks twice hears the same.
TEST(Skills, OfRandomWordsAreTheSameAtEveryAsking) {
  std::mt19937_64 random(test_seed(7));
  std::vector<std::string> words = {"non",       "senza",   "ma", ",", ".",
                                    "richiesto", "gradito", "(",  ")"};
  for (const Line& line : names()) words.push_back(line.name);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::size_t i = random() % 40; i > 0; --i)
      text += words[random() % (random() % 2 == 0 ? 9 : words.size())] + " ";
    const auto skills = skill_tagger().tag(text);
    ASSERT_EQ(skills, skill_tagger().tag(text)) << text;
    for (const CodeIndex skill : skills)
      ASSERT_LT(skill, code_table(Table::skill).rows().size()) << text;
  }
}

TEST(AhoCorasick, FindsWhatTryingEveryPatternAtEveryPlaceFinds) {
  std::mt19937_64 random(test_seed(8));
  using Symbols = std::vector<AhoCorasick::Symbol>;
  const auto draw = [&](std::size_t length) {
    Symbols symbols;
    for (std::size_t i = 0; i < length; ++i)
      symbols.push_back(static_cast<AhoCorasick::Symbol>(1 + random() % 3));
    return symbols;
  };
  for (int round = 0; round < 500; ++round) {
    AhoCorasick automaton;
    std::map<Symbols, AhoCorasick::Pattern> patterns;
    for (std::size_t i = 0; i < 1 + random() % 12; ++i) {
      const Symbols pattern = draw(1 + random() % 5);
      const AhoCorasick::Pattern number = automaton.add(pattern);
      EXPECT_EQ(patterns.try_emplace(pattern, number).first->second, number);
    }
    automaton.link();
    Symbols text = draw(random() % 60);
    for (AhoCorasick::Symbol& symbol : text)
      if (random() % 10 == 0) symbol = AhoCorasick::unknown;
    std::set<std::pair<AhoCorasick::Pattern, std::size_t>> found, wanted;
    automaton.find(text, [&](AhoCorasick::Pattern pattern, std::size_t end) {
      EXPECT_TRUE(found.emplace(pattern, end).second) << "twice";
    });
    for (const auto& [pattern, number] : patterns)
      for (std::size_t end = pattern.size(); end <= text.size(); ++end)
        if (std::equal(pattern.begin(), pattern.end(),
                       text.begin() + static_cast<std::ptrdiff_t>(end - pattern.size())))
          wanted.emplace(number, end);
    ASSERT_EQ(found, wanted) << "round " << round;
  }
}

}  // namespace
}  // namespace incontro
