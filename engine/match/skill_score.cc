#include "match/skill_score.h"

#include <incontro/assert.h>

#include <algorithm>
#include <vector>

namespace incontro {
namespace {

constexpr unsigned near_tenths = 3;

// Groups of what fits into no other: who has one of them need not be near another.
constexpr std::string_view catch_alls[] = {"Altre competenze", "Informatica: altro"};

std::vector<SkillGroups> read_groups() {
  const CodeTable& skills = code_table(Table::skill);
  std::vector<std::string_view> names;
  std::vector<SkillGroups> groups(skills.rows().size(), 0);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::string_view name = skills.extra(static_cast<CodeIndex>(i), "group");
    if (std::ranges::find(catch_alls, name) != std::end(catch_alls)) continue;
    const auto place = std::ranges::find(names, name) - names.begin();
    if (place == std::ssize(names)) names.push_back(name);
    groups[i] = SkillGroups{1} << place;
  }
  INCONTRO_ASSERT(names.size() <= 32 && "more groups of skills than bits");
  return groups;
}

}  // namespace

SkillGroups group_of(CodeIndex skill) {
  static const std::vector<SkillGroups> groups = read_groups();
  return groups[skill];
}

SkillGroups groups_of(std::span<const CodeIndex> skills) {
  SkillGroups groups = 0;
  for (const CodeIndex skill : skills) groups |= group_of(skill);
  return groups;
}

SkillWeights weigh_skills(std::span<const CodeIndex> asked, std::span<const CodeIndex> had,
                          std::span<const std::uint32_t> weights) {
  const SkillGroups groups = groups_of(had);
  SkillWeights sums;
  for (const CodeIndex skill : asked) {
    const std::uint32_t weight = weight_of(skill, weights);
    sums.asked += weight;
    if (std::ranges::binary_search(had, skill))
      sums.had += weight;
    else if (groups & group_of(skill))
      sums.near += weight;
  }
  return sums;
}

Units skill_score(const SkillWeights& weights) {
  INCONTRO_ASSERT(weights.asked > 0);
  return static_cast<Units>((10 * weights.had + near_tenths * weights.near) * full_units /
                            (10 * weights.asked));
}

}  // namespace incontro
