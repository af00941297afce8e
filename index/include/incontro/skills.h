#pragma once

#include <incontro/analyzer.h>
#include <incontro/codes.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace incontro {

// Finds the skills of Table::skill that a text names, by the names in data/skills/names.tsv:
// programs, techniques, machines, certificates, personal qualities, in Italian and English.
//
// Names are sequences of terms without the function words, so that inflection, case and accents do
// not matter (saldature a filo, saldatura filo); where they overlap, the one that begins first and
// is the longest stands. Proper names must be written as they are (Access, not accesso). Names that
// are common words or letters (C, R, Go, Spring) need company: another skill of their area or a
// word such as "linguaggio" within three words. Not tagged: what a clause denies ("non è richiesta
// la conoscenza di Excel", "senza patentino", "Word non necessario") and what a degree is in
// ("laurea in chimica"). The rules look at words only; they misjudge a few sentences in a hundred.
//
// All names are sought at once (Aho-Corasick over terms): some 10 microseconds for 100 tokens.
// Immutable; any thread.
class SkillTagger {
 public:
  SkillTagger();  // a few ten milliseconds
  ~SkillTagger();

  // Appends the skills of a text, in its order, repeats included. `tokens`: those of `text`.
  void tag(std::string_view text, std::span<const Token> tokens,
           std::vector<CodeIndex>& skills) const;
  std::vector<CodeIndex> tag(std::string_view text) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

// Made at first use.
const SkillTagger& skill_tagger();

// Changes when the same text may name other skills, the table and the analyzer apart.
std::uint64_t skill_names_fingerprint();

}  // namespace incontro
