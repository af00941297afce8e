#pragma once

#include <incontro/codes.h>
#include <incontro/match.h>

#include <cstdint>
#include <span>

namespace incontro {

// A set of the groups of Table::skill (its column `group`), of which there are at most 32.
using SkillGroups = std::uint32_t;
// The one group of a skill.
SkillGroups group_of(CodeIndex skill);
SkillGroups groups_of(std::span<const CodeIndex> skills);

// Weights of skills by row, as in MatchTerms; where empty, all are 1.
inline std::uint32_t weight_of(CodeIndex skill, std::span<const std::uint32_t> weights) {
  return weights.empty() ? 1 : weights[skill];
}

// Sums of the weights of the skills asked.
struct SkillWeights {
  std::uint64_t asked = 0;
  std::uint64_t had = 0;
  std::uint64_t near = 0;  // lacked, but another of the group is had
};
SkillWeights weigh_skills(std::span<const CodeIndex> asked, std::span<const CodeIndex> had,
                          std::span<const std::uint32_t> weights);

// The share of the weight that is had; what is near counts three tenths. REQUIRES: asked > 0.
Units skill_score(const SkillWeights& weights);

}  // namespace incontro
