#pragma once

#include <incontro/analyzer.h>
#include <incontro/codes.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "skills/aho_corasick.h"
#include "skills/word_senses.h"

namespace incontro {

// A word of a text, with what is known of it.
struct SkillWord {
  const Token* token;
  WordSenses::Sense sense;
  bool content;  // no function word
};

enum class NameForm : std::uint8_t {
  inflected,  // any form of its words; of one word, singular and plural
  exact,      // a proper name: these very words
  context,    // the same, and only in company
};

// A line of data/skills/names.tsv.
struct SkillName {
  CodeIndex skill;         // no_code: no skill, but keeps shorter names within it from matching
  std::uint32_t area = 0;  // of the skill: names of one area are company to each other
  NameForm form = NameForm::inflected;
  std::vector<std::string> words;  // folded
};

// Where a name stands: from words[begin] to before words[end].
struct NameMatch {
  std::uint32_t begin, end;
  const SkillName* name;
};

// All names. Immutable; any thread.
class SkillNames {
 public:
  // Adds the terms of the names to the senses.
  SkillNames(const Analyzer& analyzer, WordSenses& senses);

  // The names that stand in a text, ascending, without overlaps: of two that overlap the one that
  // begins first, of these the longest.
  std::vector<NameMatch> find(const std::vector<SkillWord>& words) const;

 private:
  void add(const Analyzer& analyzer, WordSenses& senses, std::string_view text, SkillName name);

  AhoCorasick automaton_;
  struct Pattern {
    std::uint32_t length = 0;      // in content words
    std::vector<SkillName> names;  // of these terms, the exact ones first
  };
  std::vector<Pattern> patterns_;
};

}  // namespace incontro
