#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "match/part.h"
#include "match/question.h"
#include "match/skill_score.h"

namespace incontro {

// What a question makes of each single skill that a found record may have: its list of skills is
// looked up, where the criterion compares two lists. Immutable.
class SkillTable {
 public:
  explicit SkillTable(const Question& question);

  // REQUIRES: the pair has the criterion: whichever of the two asks does ask for a skill.
  Part part(std::span<const CodeIndex> skills) const;

 private:
  SkillWeights weights_of_cv(std::span<const CodeIndex> skills) const;
  SkillWeights weights_of_vacancy(std::span<const CodeIndex> skills) const;

  // What it adds to SkillWeights. Of a CV's skill, `near` is what its own group has of it.
  struct Skill {
    std::uint32_t asked = 0, had = 0, near = 0;
    SkillGroups group = 0;
  };
  const Question& question_;
  const bool by_vacancy_;
  std::vector<Skill> skills_;  // by row of Table::skill
  // Where a vacancy asks: its weights in all and by group.
  std::uint64_t asked_ = 0;
  std::array<std::uint64_t, 32> of_group_{};
};

}  // namespace incontro
