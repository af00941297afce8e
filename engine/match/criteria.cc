#include "match/criteria.h"

#include <algorithm>

#include "match/condition_score.h"
#include "match/experience_score.h"
#include "match/explain.h"
#include "match/profession_score.h"
#include "match/qualification_score.h"
#include "match/skill_score.h"
#include "match/territory_score.h"

namespace incontro {
namespace {

// Each criterion's functions of a pair, made of the functions of values in the files above.

struct ProfessionRow {
  static bool present(const Profile& vacancy, const MatchTerms&) {
    return offered_job(vacancy).profession != no_code;
  }
  static Units score(const Pair& pair) {
    return profession_score(pair.wanted.profession, pair.cv.jobs,
                            offered_job(pair.vacancy).profession);
  }
  static bool holds(const Pair& pair) {
    return profession_holds(pair.wanted.profession, pair.cv.jobs,
                            offered_job(pair.vacancy).profession, pair.terms.past_work);
  }
};

struct ExperienceRow {
  static bool present(const Profile& vacancy, const MatchTerms&) {
    return offered_job(vacancy).experience == Stated::yes;
  }
  static unsigned months(const Pair& pair) {
    return related_months(pair.cv.jobs, related_to(offered_job(pair.vacancy).profession));
  }
  static Units score(const Pair& pair) {
    return experience_score(months(pair), months_asked(pair.vacancy.months_asked),
                            pair.wanted.experience);
  }
  static bool holds(const Pair& pair) {
    return experience_holds(months(pair), months_asked(pair.vacancy.months_asked),
                            pair.wanted.experience);
  }
};

struct EducationRow {
  static bool present(const Profile& vacancy, const MatchTerms&) {
    return asks_education(vacancy.education);
  }
  static Units score(const Pair& pair) {
    return education_score(pair.vacancy.education, pair.cv.education);
  }
  static bool holds(const Pair& pair) { return pair.cv.education >= pair.vacancy.education; }
};

struct LanguageRow {
  static bool present(const Profile& vacancy, const MatchTerms&) {
    return !vacancy.languages.empty();
  }
  static Units score(const Pair& pair) {
    return language_score(pair.vacancy.languages, pair.cv.languages);
  }
  static bool holds(const Pair& pair) {
    return languages_hold(pair.vacancy.languages, pair.cv.languages);
  }
};

struct SkillRow {
  static bool present(const Profile& vacancy, const MatchTerms&) { return !vacancy.skills.empty(); }
  static Units score(const Pair& pair) {
    return skill_score(weigh_skills(pair.vacancy.skills, pair.cv.skills, pair.terms.skill_weights));
  }
  static bool holds(const Pair& pair) {
    return std::ranges::includes(pair.cv.skills, pair.vacancy.skills);
  }
};

// Registers and certificates.
template <auto Bits>
struct HeldRow {
  static bool present(const Profile& vacancy, const MatchTerms&) { return vacancy.*Bits != 0; }
  static Units score(const Pair& pair) { return share_held(pair.vacancy.*Bits, pair.cv.*Bits); }
  static bool holds(const Pair& pair) { return all_held(pair.vacancy.*Bits, pair.cv.*Bits); }
};

struct LicenceRow {
  static bool present(const Profile& vacancy, const MatchTerms&) { return vacancy.licences != 0; }
  static Units score(const Pair& pair) {
    return share_held(pair.vacancy.licences, with_implied_licences(pair.cv.licences));
  }
  static bool holds(const Pair& pair) {
    return all_held(pair.vacancy.licences, with_implied_licences(pair.cv.licences));
  }
};

// Contract and working mode.
template <auto Bits>
struct OfferedRow {
  static bool present(const Profile& vacancy, const MatchTerms&) {
    return offered_job(vacancy).*Bits != 0;
  }
  static Units score(const Pair& pair) {
    return accepts_score(pair.wanted.*Bits, offered_job(pair.vacancy).*Bits);
  }
  static bool holds(const Pair& pair) { return score(pair) == full_units; }
};

// Transfers and transport.
template <auto Ready>
struct ReadyRow {
  static bool present(const Profile& vacancy, const MatchTerms&) {
    return offered_job(vacancy).*Ready == Stated::yes;
  }
  static Units score(const Pair& pair) { return readiness_score(pair.wanted.*Ready); }
  static bool holds(const Pair& pair) { return pair.wanted.*Ready != Stated::no; }
};

struct TerritoryRow {
  static bool present(const Profile& vacancy, const MatchTerms&) {
    return vacancy.abroad || states_place(vacancy.place);
  }
  static Units near(const Pair& pair) { return nearness(pair.cv.place, pair.vacancy.place); }
  static Units score(const Pair& pair) {
    return territory_score(near(pair), pair.vacancy.abroad, pair.cv.abroad);
  }
  static bool holds(const Pair& pair) {
    return territory_holds(near(pair),
                           inside(pair.cv.place, pair.vacancy.place, pair.terms.radius_km),
                           pair.vacancy.abroad, pair.cv.abroad);
  }
};

struct SalaryRow {
  static bool present(const Profile& vacancy, const MatchTerms& terms) {
    return terms.lowest_salary > 0 && vacancy.salary > 0;
  }
  static Units score(const Pair& pair) {
    return salary_score(pair.vacancy.salary, pair.terms.lowest_salary);
  }
  static bool holds(const Pair& pair) { return pair.vacancy.salary >= pair.terms.lowest_salary; }
};

struct TextRow {
  static bool present(const Profile&, const MatchTerms& terms) { return terms.has_text; }
  static Units score(const Pair& pair) { return pair.text; }
  static bool holds(const Pair&) { return true; }
};

struct FreshnessRow {
  static bool present(const Profile&, const MatchTerms&) { return true; }
  static Units score(const Pair& pair) { return freshness_score(pair.age_days); }
  static bool holds(const Pair&) { return true; }
};

template <class Row>
constexpr CriterionRow row(CriterionInfo info,
                           CriterionScore::Reason (*explain)(const Explained&)) {
  return {info, Row::present, Row::score, Row::holds, explain};
}

using enum CriterionKind;
using C = Criterion;
constexpr bool asked = true, wished = true, may_be_must = true;

// What a vacancy asks of a person, and what a person wishes of a job. The profession, the way to
// work and being sent elsewhere are matters of both; how new a record is, of neither.
constexpr std::array<CriterionRow, criterion_count> rows = {
    row<ProfessionRow>({C::profession, "profession", must, 30, asked, wished, may_be_must},
                       explain_profession),
    row<ExperienceRow>({C::experience, "experience", preferred, 12, asked, !wished, may_be_must},
                       explain_experience),
    row<EducationRow>({C::education, "education", preferred, 10, asked, !wished, may_be_must},
                      explain_education),
    row<LanguageRow>({C::language, "language", must, 10, asked, !wished, may_be_must},
                     explain_language),
    row<SkillRow>({C::skill, "skill", preferred, 15, asked, !wished, may_be_must}, explain_skill),
    row<HeldRow<&Profile::registers>>(
        {C::professional_register, "register", must, 5, asked, !wished, may_be_must},
        explain_register),
    row<LicenceRow>({C::licence, "licence", must, 5, asked, !wished, may_be_must}, explain_licence),
    row<HeldRow<&Profile::certificates>>(
        {C::certificate, "certificate", must, 5, asked, !wished, may_be_must}, explain_certificate),
    row<OfferedRow<&Availability::contracts>>(
        {C::contract, "contract", must, 5, !asked, wished, may_be_must}, explain_contract),
    row<OfferedRow<&Availability::modes>>({C::mode, "mode", must, 5, !asked, wished, may_be_must},
                                          explain_mode),
    row<ReadyRow<&Availability::transfers>>(
        {C::transfers, "transfers", must, 4, asked, wished, may_be_must}, explain_transfers),
    row<ReadyRow<&Availability::transport>>(
        {C::transport, "transport", must, 4, asked, !wished, may_be_must}, explain_transport),
    row<TerritoryRow>({C::territory, "territory", preferred, 15, asked, wished, may_be_must},
                      explain_territory),
    row<SalaryRow>({C::salary, "salary", preferred, 5, !asked, wished, may_be_must},
                   explain_salary),
    row<TextRow>({C::text, "text", preferred, 12, asked, !wished, !may_be_must}, explain_text),
    row<FreshnessRow>({C::freshness, "freshness", preferred, 3, !asked, !wished, !may_be_must},
                      explain_freshness),
};

constexpr auto infos = [] {
  std::array<CriterionInfo, criterion_count> all{};
  std::ranges::transform(rows, all.begin(), &CriterionRow::info);
  return all;
}();

static_assert(
    [] {
      for (std::size_t i = 0; i < infos.size(); ++i)
        if (infos[i].criterion != static_cast<Criterion>(i)) return false;
      return true;
    }(),
    "a row's place is its criterion");

}  // namespace

std::span<const CriterionRow, criterion_count> criterion_rows() { return rows; }

std::span<const CriterionInfo> criteria() { return infos; }

std::optional<Criterion> find_criterion(std::string_view name) {
  const auto found = std::ranges::find(infos, name, &CriterionInfo::name);
  if (found == infos.end()) return std::nullopt;
  return found->criterion;
}

MatchTerms default_terms() {
  MatchTerms terms;
  std::ranges::transform(infos, terms.settings.begin(), [](const CriterionInfo& info) {
    return MatchTerms::Setting{info.kind, info.weight};
  });
  return terms;
}

}  // namespace incontro
