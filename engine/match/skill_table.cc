#include "match/skill_table.h"

#include <algorithm>
#include <bit>

namespace incontro {

SkillTable::SkillTable(const Question& question)
    : question_(question),
      by_vacancy_(question.found == Collection::cvs),
      skills_(code_table(Table::skill).rows().size()) {
  const auto& setting = question.terms.settings[static_cast<std::size_t>(Criterion::skill)];
  if (setting.kind == CriterionKind::ignored) return;
  const std::span<const CodeIndex> own = question.profile.skills;
  const SkillGroups own_groups = groups_of(own);
  for (CodeIndex i = 0; i < skills_.size(); ++i) {
    const std::uint32_t weight = weight_of(i, question.terms.skill_weights);
    const SkillGroups group = group_of(i);
    const bool is_own = std::ranges::binary_search(own, i);
    Skill& skill = skills_[i];
    skill.group = group;
    if (is_own) skill.had = weight;
    if (by_vacancy_) {
      if (is_own && group != 0) skill.near = weight;
    } else {
      skill.asked = weight;
      if (!is_own && (own_groups & group) != 0) skill.near = weight;
    }
  }
  if (!by_vacancy_) return;
  for (const CodeIndex skill : own) {
    asked_ += skills_[skill].had;
    if (skills_[skill].group != 0)
      of_group_[static_cast<std::size_t>(std::countr_zero(skills_[skill].group))] +=
          skills_[skill].had;
  }
}

Part SkillTable::part(std::span<const CodeIndex> skills) const {
  const SkillWeights weights = by_vacancy_ ? weights_of_cv(skills) : weights_of_vacancy(skills);
  return part_of(Criterion::skill, question_.terms, skill_score(weights),
                 weights.had == weights.asked);
}

SkillWeights SkillTable::weights_of_vacancy(std::span<const CodeIndex> skills) const {
  SkillWeights sums;
  for (const CodeIndex i : skills) {
    sums.asked += skills_[i].asked;
    sums.had += skills_[i].had;
    sums.near += skills_[i].near;
  }
  return sums;
}

// What is near is all that is asked in the groups of the CV, but for what it has.
SkillWeights SkillTable::weights_of_cv(std::span<const CodeIndex> skills) const {
  SkillWeights sums{.asked = asked_};
  SkillGroups groups = 0;
  std::uint64_t had_in_groups = 0;
  for (const CodeIndex i : skills) {
    sums.had += skills_[i].had;
    had_in_groups += skills_[i].near;
    groups |= skills_[i].group;
  }
  for (; groups != 0; groups &= groups - 1)
    sums.near += of_group_[static_cast<std::size_t>(std::countr_zero(groups))];
  sums.near -= had_in_groups;
  return sums;
}

}  // namespace incontro
