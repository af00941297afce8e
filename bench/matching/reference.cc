#include "matching/reference.h"

#include <incontro/places.h>
#include <incontro/skills.h>

#include <algorithm>
#include <array>

namespace incontro::bench {
namespace {

constexpr std::uint32_t full = 10'000, same_group = 9'000, similar_group = 8'000;
constexpr std::uint32_t no_experience = 7'000, same_it_group = 6'000, lower_language = 5'000;
constexpr std::size_t dimensions = 5;

std::vector<CodeIndex> skills_in(const std::string& text) {
  std::vector<CodeIndex> skills = skill_tagger().tag(text);
  std::ranges::sort(skills);
  skills.erase(std::unique(skills.begin(), skills.end()), skills.end());
  return skills;
}

template <class C>
bool contains(const std::vector<C>& codes, const C& code) {
  return std::ranges::find(codes, code) != codes.end();
}

// Levels of a CP2011 code that two codes share; its first five have one digit each.
std::size_t levels_in_common(std::string_view a, std::string_view b) {
  if (a == b) return 6;
  std::size_t same = 0;
  while (same < std::min(a.size(), b.size()) && a[same] == b[same]) ++same;
  return std::min<std::size_t>(same / 2, 5);
}

std::uint32_t education(const ReferenceVacancy& v, const ReferenceCv& c) {
  if (v.vacancy.education.empty()) return full;
  std::uint32_t best = 0;
  for (const Education& asked : v.vacancy.education)
    for (const Education& held : c.cv.education) {
      const int apart = asked.level.value[0] - held.level.value[0];
      best = std::max(best, asked.level == held.level   ? full
                            : apart == 0                ? same_group
                            : apart == 1 || apart == -1 ? similar_group
                                                        : 0);
    }
  return best;
}

std::uint32_t profession(const ReferenceVacancy& v, const WantedJob& wanted) {
  switch (levels_in_common(v.vacancy.profession.value, wanted.profession.value)) {
    case 6:
      return full;
    case 5:
      return same_group;
    case 4:
      return similar_group;
    default:
      return 0;
  }
}

std::uint32_t experience(const ReferenceVacancy& v, const ReferenceCv& c, const WantedJob& wanted) {
  if (v.vacancy.experience_required != true) return full;
  const bool exact =
      wanted.experienced == true || std::ranges::any_of(c.cv.jobs, [&](const Job& job) {
        return job.profession == v.vacancy.profession;
      });
  return exact ? full : no_experience;
}

std::string_view group_of(CodeIndex skill) {
  return code_table(Table::skill).extra(skill, "group");
}

std::uint32_t informatics(const ReferenceVacancy& v, const ReferenceCv& c) {
  if (v.it_skills.empty()) return full;
  std::uint32_t sum = 0;
  for (const CodeIndex asked : v.it_skills) {
    if (contains(c.it_skills, asked))
      sum += full;
    else if (std::ranges::any_of(c.it_skills,
                                 [&](CodeIndex held) { return group_of(held) == group_of(asked); }))
      sum += same_it_group;
  }
  return sum / static_cast<std::uint32_t>(v.it_skills.size());
}

bool reaches(const LanguageSkill& held, const LanguageSkill& asked) {
  return held.read.value >= asked.read.value && held.written.value >= asked.written.value &&
         held.spoken.value >= asked.spoken.value;
}

std::uint32_t language(const LanguageSkill& asked, const Cv& cv) {
  if (asked.language.value == "003" && cv.person.citizenship.value == "000") return full;
  std::uint32_t best = 0;
  for (const LanguageSkill& held : cv.languages)
    if (held.language == asked.language)
      best = std::max(best, reaches(held, asked) ? full : lower_language);
  return best;
}

std::uint32_t language(const ReferenceVacancy& v, const ReferenceCv& c) {
  if (v.vacancy.languages.empty()) return full;
  std::uint32_t sum = 0;
  for (const LanguageSkill& asked : v.vacancy.languages) sum += language(asked, c.cv);
  return sum / static_cast<std::uint32_t>(v.vacancy.languages.size());
}

bool has_licence(const Cv& cv, const LicenceCode& asked) {
  const auto has = [&](const char* code) { return contains(cv.licences, LicenceCode{code}); };
  return contains(cv.licences, asked) || (asked.value == "02" && (has("03") || has("04")));
}

bool exact_profession(const ReferenceVacancy& v, const WantedJob& wanted) {
  const std::string_view asked = v.vacancy.profession.value;
  return levels_in_common(asked, wanted.profession.value) >= (asked.ends_with(".0") ? 5 : 6);
}

bool exact_education(const ReferenceVacancy& v, const ReferenceCv& c) {
  if (v.vacancy.education.empty()) return true;
  return std::ranges::any_of(v.vacancy.education, [&](const Education& asked) {
    return std::ranges::any_of(c.cv.education, [&](const Education& held) {
      return asked.level == held.level ||
             (asked.level.value.ends_with('0') && asked.level.value[0] == held.level.value[0]);
    });
  });
}

bool exact_job(const ReferenceVacancy& v, const WantedJob& wanted) {
  const Vacancy& asked = v.vacancy;
  return exact_profession(v, wanted) &&
         (wanted.contracts.empty() || contains(wanted.contracts, asked.contract)) &&
         (asked.mode.empty() || wanted.modes.empty() || contains(wanted.modes, asked.mode)) &&
         (asked.transfers != true || wanted.transfers == true) &&
         (asked.own_transport != true || wanted.own_transport == true) &&
         (asked.experience_required != true || wanted.experienced == true);
}

std::string_view province_of(const PlaceCode& place) { return names_of(place.value).province_code; }

}  // namespace

ReferenceVacancy::ReferenceVacancy(const Vacancy& given)
    : vacancy(given),
      it_skills(skills_in(given.it_skills)),
      province(province_of(given.workplace)) {}

ReferenceCv::ReferenceCv(const Cv& given)
    : cv(given),
      it_skills(skills_in(given.it_skills + "\n" + given.it_details)),
      province(province_of(given.person.home)) {}

bool reference_exact(const ReferenceVacancy& v, const ReferenceCv& c) {
  const auto held = [&](const auto& asked, const auto& all) {
    return asked.empty() || contains(all, asked);
  };
  return v.province == c.province &&
         std::ranges::any_of(c.cv.wanted,
                             [&](const WantedJob& wanted) { return exact_job(v, wanted); }) &&
         exact_education(v, c) && held(v.vacancy.professional_register, c.cv.registers) &&
         std::ranges::all_of(v.vacancy.licences,
                             [&](const LicenceCode& asked) { return has_licence(c.cv, asked); }) &&
         std::ranges::all_of(
             v.vacancy.certificates,
             [&](const CertificateCode& asked) { return contains(c.cv.certificates, asked); }) &&
         std::ranges::all_of(
             v.vacancy.languages,
             [&](const LanguageSkill& asked) { return language(asked, c.cv) == full; }) &&
         std::ranges::includes(c.it_skills, v.it_skills);
}

std::uint32_t reference_weighted(const ReferenceVacancy& v, const ReferenceCv& c) {
  const std::uint32_t of_person = education(v, c) + informatics(v, c) + language(v, c);
  std::uint32_t best = 0;
  for (const WantedJob& wanted : c.cv.wanted)
    best = std::max(best, profession(v, wanted) + experience(v, c, wanted));
  return (of_person + best) / dimensions;
}

}  // namespace incontro::bench
