#pragma once

#include <incontro/profile_columns.h>

#include <span>
#include <vector>

#include "match/part.h"
#include "match/question.h"

namespace incontro {

// What a question makes of the languages of a found record. One thread at a time: what single ones
// are worth is found out when they are first met.
class LanguageTable {
 public:
  explicit LanguageTable(const Question& question);

  // Of all that a record asks or has; REQUIRES, where a CV asks: at least one.
  Part part(std::span<const LanguageLevels> languages);
  // Where a CV asks: of a vacancy that asks for this one alone.
  Part part(LanguageKey language);

 private:
  // A score, with whether it holds as a must; 0: not asked about yet. Two bytes, because there are
  // 65,536.
  struct One {
    std::uint16_t bits = 0;
    Units score() const { return bits & 0x3FFF; }
    bool holds() const { return bits & 0x4000; }
  };
  One one(LanguageKey language);
  Part part(Units score, bool holds) const {
    return part_of(Criterion::language, question_.terms, score, holds);
  }

  const Question& question_;
  const bool by_vacancy_;
  bool counted_ = false;  // by the question: asked, and not ignored
  std::vector<One> ones_;
};

}  // namespace incontro
