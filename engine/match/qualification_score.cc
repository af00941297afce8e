#include "match/qualification_score.h"

#include <incontro/assert.h>

#include <algorithm>
#include <array>
#include <bit>

namespace incontro {
namespace {

constexpr Units next_lower_education = 5'000, unstated_level = 5'000;

// What the CV says of a language: nothing of Italian counts as all of it.
struct Held {
  bool at_all, unstated_is_full;
  LanguageLevels levels;
};

Held find_held(CodeIndex language, std::span<const LanguageLevels> held) {
  const auto found = std::ranges::find(held, language, &LanguageLevels::language);
  const bool italian = is_italian(language);
  if (found == held.end()) return {italian, italian, {}};
  return {true, italian, *found};
}

using Level = std::uint8_t LanguageLevels::*;
constexpr std::array<Level, 3> all_levels = {&LanguageLevels::read, &LanguageLevels::written,
                                             &LanguageLevels::spoken};

// A licence that stands for another.
struct Implied {
  std::string_view held, also;
};
constexpr Implied implied_licences[] = {{"03", "02"}, {"04", "02"}, {"01", "12"}, {"02", "12"},
                                        {"03", "12"}, {"04", "12"}, {"05", "12"}, {"06", "12"}};

struct ImpliedBits {
  CodeBits held, also;
};

std::array<ImpliedBits, std::size(implied_licences)> implied_bits() {
  std::array<ImpliedBits, std::size(implied_licences)> all;
  std::ranges::transform(implied_licences, all.begin(), [](const Implied& row) {
    const auto bit = [](std::string_view code) {
      const auto licence = code_table(Table::licence).find(code);
      INCONTRO_ASSERT(licence && "an unknown licence");
      return CodeBits{1} << *licence;
    };
    return ImpliedBits{bit(row.held), bit(row.also)};
  });
  return all;
}

}  // namespace

bool is_italian(CodeIndex language) {
  static const auto italian = code_table(Table::language).find("003");
  return language == italian;
}

Units education_score(std::uint8_t asked, std::uint8_t held) {
  if (held >= asked) return full_units;
  return held > 0 && held + 1 == asked ? next_lower_education : 0;
}

Units language_score(const LanguageLevels& asked, std::span<const LanguageLevels> held) {
  const Held has = find_held(asked.language, held);
  if (!has.at_all) return 0;
  Units sum = 0, levels = 0;
  for (const Level level : all_levels) {
    const Units wanted = asked.*level, reached = has.levels.*level;
    if (wanted == 0) continue;
    ++levels;
    if (reached == 0)
      sum += has.unstated_is_full ? full_units : unstated_level;
    else
      sum += reached >= wanted ? full_units : full_units * reached / wanted;
  }
  return levels == 0 ? full_units : sum / levels;
}

Units language_score(std::span<const LanguageLevels> asked, std::span<const LanguageLevels> held) {
  INCONTRO_ASSERT(!asked.empty());
  Units sum = 0;
  for (const LanguageLevels& language : asked) sum += language_score(language, held);
  return sum / static_cast<Units>(asked.size());
}

bool language_holds(const LanguageLevels& asked, std::span<const LanguageLevels> held) {
  const Held has = find_held(asked.language, held);
  return has.at_all && std::ranges::all_of(all_levels, [&](Level level) {
           const std::uint8_t reached = has.levels.*level;
           return reached >= asked.*level || (reached == 0 && has.unstated_is_full);
         });
}

bool languages_hold(std::span<const LanguageLevels> asked, std::span<const LanguageLevels> held) {
  return std::ranges::all_of(
      asked, [&](const LanguageLevels& language) { return language_holds(language, held); });
}

CodeBits with_implied_licences(CodeBits held) {
  static const auto implied = implied_bits();
  CodeBits all = held;
  for (const ImpliedBits& row : implied)
    if (held & row.held) all |= row.also;
  return all;
}

Units share_held(CodeBits asked, CodeBits held) {
  INCONTRO_ASSERT(asked != 0);
  return full_units * static_cast<Units>(std::popcount(asked & held)) /
         static_cast<Units>(std::popcount(asked));
}

}  // namespace incontro
