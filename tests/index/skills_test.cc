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
  for (const auto& [split, tally] : tallies)
    std::cout << split << ": precision " << tally.precision() << ", recall " << tally.recall()
              << " (" << tally.right << " right, " << tally.found << " found, " << tally.wanted
              << " wanted)\n";
}

}  // namespace
}  // namespace incontro
