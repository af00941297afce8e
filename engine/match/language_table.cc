#include "match/language_table.h"

#include "match/qualification_score.h"

namespace incontro {

LanguageTable::LanguageTable(const Question& question)
    : question_(question), by_vacancy_(question.found == Collection::cvs) {
  const auto& setting = question.terms.settings[static_cast<std::size_t>(Criterion::language)];
  counted_ = setting.kind != CriterionKind::ignored &&
             !(by_vacancy_ && question.profile.languages.empty());
  if (counted_ && !by_vacancy_) ones_.resize(std::size_t{1} << 16);
}

Part LanguageTable::part(LanguageKey language) {
  if (!counted_) return {};
  const One asked = one(language);
  return part(asked.score(), asked.holds());
}

Part LanguageTable::part(std::span<const LanguageLevels> languages) {
  if (!counted_) return {};
  if (by_vacancy_)
    return part(language_score(question_.profile.languages, languages),
                languages_hold(question_.profile.languages, languages));
  // The mean of what each is worth, as language_score() has it of a list.
  Units sum = 0;
  bool holds = true;
  for (const LanguageLevels& language : languages) {
    const One asked = one(key_of(language));
    sum += asked.score();
    holds = holds && asked.holds();
  }
  return part(sum / static_cast<Units>(languages.size()), holds);
}

LanguageTable::One LanguageTable::one(LanguageKey language) {
  One& one = ones_[language];
  if (one.bits == 0) {
    const LanguageLevels asked{.language = static_cast<CodeIndex>(language >> 9),
                               .read = static_cast<std::uint8_t>(language >> 6 & 7),
                               .written = static_cast<std::uint8_t>(language >> 3 & 7),
                               .spoken = static_cast<std::uint8_t>(language & 7)};
    const std::span<const LanguageLevels> held = question_.profile.languages;
    one.bits = static_cast<std::uint16_t>(0x8000u | language_score(asked, held) |
                                          (language_holds(asked, held) ? 0x4000u : 0u));
  }
  return one;
}

}  // namespace incontro
