#include "matching/judge.h"

#include <incontro/distance.h>
#include <incontro/places.h>
#include <incontro/privacy.h>
#include <incontro/profile.h>
#include <incontro/sections.h>
#include <incontro/skills.h>

#include <algorithm>
#include <set>

namespace incontro::bench {
namespace {

constexpr unsigned months_unless_said = 12;

// As many parts of a code as are common: 3 of "2.1.1.4.1.17" and "2.1.1.5.3.2".
std::size_t common_parts(std::string_view a, std::string_view b) {
  std::size_t parts = 0;
  for (;;) {
    const auto end_a = a.find('.'), end_b = b.find('.');
    if (a.empty() || a.substr(0, end_a) != b.substr(0, end_b)) return parts;
    ++parts;
    a.remove_prefix(end_a == std::string_view::npos ? a.size() : end_a + 1);
    b.remove_prefix(end_b == std::string_view::npos ? b.size() : end_b + 1);
  }
}
constexpr std::size_t class_parts = 3, unit_parts = 5;

// 0 for no title, 9 for a doctorate; -1 for a level that the table does not know.
int rank_of(const EducationCode& level) {
  const CodeTable& table = code_table(Table::education);
  const auto row = table.find(level.value);
  return row ? table.extra(*row, "rank").front() - '0' : -1;
}

int lowest_rank(const Vacancy& vacancy) {
  int lowest = -1;
  for (const Education& asked : vacancy.education) {
    const int rank = rank_of(asked.level);
    if (rank >= 0 && (lowest < 0 || rank < lowest)) lowest = rank;
  }
  return lowest;
}

int month_number(Date day) {
  const std::chrono::year_month_day date{day};
  return int{date.year()} * 12 + static_cast<int>(unsigned{date.month()});
}

std::uint32_t salary_of(const Vacancy& vacancy) {
  return vacancy.gross_salary.empty()
             ? 0
             : static_cast<std::uint32_t>(std::stoul(vacancy.gross_salary));
}

template <class C>
bool contains(const std::vector<C>& codes, const C& code) {
  return std::ranges::find(codes, code) != codes.end();
}

bool has_licence(const Cv& cv, const LicenceCode& asked) {
  const auto has = [&](const char* code) { return contains(cv.licences, LicenceCode{code}); };
  if (contains(cv.licences, asked)) return true;
  if (asked.value == "02") return has("03") || has("04");
  if (asked.value == "12")
    return has("01") || has("02") || has("03") || has("04") || has("05") || has("06");
  return false;
}

}  // namespace

std::vector<CodeIndex> skills_of(const Record& record) {
  const Record view = public_view(record);
  std::set<CodeIndex> skills;
  for (const Section& section : sections_of(view))
    if (section.kind == SectionKind::title || section.kind == SectionKind::prose)
      for (const CodeIndex skill : skill_tagger().tag(section.text)) skills.insert(skill);
  return {skills.begin(), skills.end()};
}

Judge::Judge(const Vacancy& vacancy)
    : vacancy_(vacancy),
      skills_(skills_of(vacancy)),
      months_(profile_of(public_view(Record(vacancy)), {}).months_asked) {}

bool Judge::asks(Criterion criterion) const {
  switch (criterion) {
    case Criterion::profession:
      return true;
    case Criterion::experience:
      return vacancy_.experience_required == true;
    case Criterion::education:
      return lowest_rank(vacancy_) > 0;
    case Criterion::language:
      return !vacancy_.languages.empty();
    case Criterion::skill:
      return !skills_.empty();
    case Criterion::professional_register:
      return !vacancy_.professional_register.empty();
    case Criterion::licence:
      return !vacancy_.licences.empty();
    case Criterion::certificate:
      return !vacancy_.certificates.empty();
    case Criterion::contract:
      return !vacancy_.contract.empty();
    case Criterion::mode:
      return !vacancy_.mode.empty();
    case Criterion::transfers:
      return vacancy_.transfers == true;
    case Criterion::transport:
      return vacancy_.own_transport == true;
    case Criterion::territory:
      return true;
    case Criterion::salary:
      return terms_.lowest_salary > 0 && salary_of(vacancy_) > 0;
    case Criterion::text:
    case Criterion::freshness:
      return false;
  }
  return false;
}

std::vector<Criterion> Judge::missed(const Cv& cv, std::span<const Criterion> criteria) const {
  std::optional<std::vector<Criterion>> fewest;
  for (const WantedJob& wanted : cv.wanted) {
    std::vector<Criterion> missed;
    for (const Criterion criterion : criteria)
      if (asks(criterion) && !meets(criterion, cv, wanted)) missed.push_back(criterion);
    if (!fewest || missed.size() < fewest->size()) fewest = std::move(missed);
  }
  return fewest.value_or(std::vector<Criterion>{});
}

bool Judge::meets(Criterion criterion, const Cv& cv, const WantedJob& wanted) const {
  const auto related = [&](const ProfessionCode& profession) {
    return common_parts(profession.value, vacancy_.profession.value) >= class_parts;
  };
  switch (criterion) {
    case Criterion::profession:
      return related(wanted.profession) ||
             (terms_.past_work && std::ranges::any_of(cv.jobs, [&](const Job& job) {
                return job.from && *job.from <= date_of(cv.system.inserted) &&
                       *job.from <= job.to.value_or(*job.from) && related(job.profession);
              }));
    case Criterion::experience:
      return has_experience(cv, wanted);
    case Criterion::education:
      return std::ranges::any_of(cv.education, [&](const Education& held) {
        return rank_of(held.level) >= lowest_rank(vacancy_);
      });
    case Criterion::language:
      return has_languages(cv);
    case Criterion::skill:
      return std::ranges::includes(skills_of(cv), skills_);
    case Criterion::professional_register:
      return contains(cv.registers, vacancy_.professional_register);
    case Criterion::licence:
      return std::ranges::all_of(vacancy_.licences,
                                 [&](const LicenceCode& asked) { return has_licence(cv, asked); });
    case Criterion::certificate:
      return std::ranges::all_of(vacancy_.certificates, [&](const CertificateCode& asked) {
        return contains(cv.certificates, asked);
      });
    case Criterion::contract:
      return wanted.contracts.empty() || contains(wanted.contracts, vacancy_.contract);
    case Criterion::mode:
      return wanted.modes.empty() || contains(wanted.modes, vacancy_.mode);
    case Criterion::transfers:
      return wanted.transfers != false;
    case Criterion::transport:
      return wanted.own_transport != false;
    case Criterion::territory:
      return is_near(cv);
    case Criterion::salary:
      return salary_of(vacancy_) >= terms_.lowest_salary;
    case Criterion::text:
    case Criterion::freshness:
      return true;
  }
  return false;
}

// Month by month: one of the unit counts whole, another one of the class half.
bool Judge::has_experience(const Cv& cv, const WantedJob& wanted) const {
  if (wanted.experienced == true) return true;
  const Date inserted = date_of(cv.system.inserted);
  std::set<int> unit, others;
  for (const Job& job : cv.jobs) {
    const Date end = std::min(job.to.value_or(inserted), inserted);
    if (!job.from || *job.from > end) continue;
    const std::size_t common = common_parts(job.profession.value, vacancy_.profession.value);
    const int first = month_number(*job.from);
    for (int month = first; month < std::max(first + 1, month_number(end)); ++month) {
      if (common >= unit_parts)
        unit.insert(month);
      else if (common >= class_parts)
        others.insert(month);
    }
  }
  std::erase_if(others, [&](int month) { return unit.contains(month); });
  return unit.size() + others.size() / 2 >= (months_ > 0 ? months_ : months_unless_said);
}

// A mother tongue cannot be told in the standard: nothing said of Italian is all of it.
bool Judge::has_languages(const Cv& cv) const {
  return std::ranges::all_of(vacancy_.languages, [&](const LanguageSkill& asked) {
    const bool italian = asked.language.value == "003";
    std::string read, written, spoken;
    bool listed = false;
    for (const LanguageSkill& held : cv.languages) {
      if (held.language != asked.language) continue;
      listed = true;
      read = std::max(read, held.read.value);
      written = std::max(written, held.written.value);
      spoken = std::max(spoken, held.spoken.value);
    }
    const auto reached = [&](const std::string& held, const LanguageLevel& wanted) {
      return held >= wanted.value || (held.empty() && italian);
    };
    return (listed || italian) && reached(read, asked.read) && reached(written, asked.written) &&
           reached(spoken, asked.spoken);
  });
}

bool Judge::is_near(const Cv& cv) const {
  const PlaceNames workplace = names_of(vacancy_.workplace.value);
  if (cv.person.home == vacancy_.workplace) return true;
  if (workplace.abroad) return cv.diffusion.value == "03";
  const CodeTable& territory = code_table(Table::territory);
  const auto home_row = territory.find(cv.person.home.value);
  const auto work_row = territory.find(vacancy_.workplace.value);
  if (!home_row || !work_row) return false;
  const auto home = position_of(*home_row), work = position_of(*work_row);
  if (home && work) return distance_km(*home, *work) <= terms_.radius_km;
  // Who names a province or region instead of a comune names all of it.
  const PlaceNames lives = names_of(cv.person.home.value);
  const auto covers = [](const PlaceCode& area, const PlaceNames& place) {
    return area.value == place.province_code || area.value == place.region_code;
  };
  return covers(cv.person.home, workplace) || covers(vacancy_.workplace, lives);
}

}  // namespace incontro::bench
