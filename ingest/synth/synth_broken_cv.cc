#include <fmt/format.h>
#include <incontro/skills.h>

#include <algorithm>

#include "synth/generator.h"

namespace incontro {
namespace {

using std::chrono::days;

constexpr std::int64_t far_km = 150;
constexpr std::size_t number_digits = 9;  // at the end of a code

// "2.1.1" of "2.1.1.4.1.17".
std::string_view class_of(const ProfessionCode& profession) {
  return std::string_view(profession.value).substr(0, 5);
}

std::uint32_t rank_of(const EducationCode& level) {
  const CodeTable& table = code_table(Table::education);
  const auto row = table.find(level.value);
  return row ? static_cast<std::uint32_t>(table.extra(*row, "rank")[0] - '0') : 0;
}

// Every text that names skills and may be left out: titles of wanted jobs must be there.
std::vector<std::string*> optional_texts(Cv& cv) {
  std::vector<std::string*> texts = {&cv.it_skills, &cv.it_details};
  for (WantedJob& job : cv.wanted) texts.insert(texts.end(), {&job.description, &job.experience});
  for (Job& job : cv.jobs) texts.insert(texts.end(), {&job.title, &job.duties});
  for (Education& study : cv.education) texts.push_back(&study.title);
  for (Training& course : cv.training)
    texts.insert(texts.end(), {&course.title, &course.qualification});
  return texts;
}

class Breaker {
 public:
  Breaker(const RecordMaker& maker, const Vacancy& vacancy, Cv& cv, std::uint64_t n)
      : maker_(maker), vacancy_(vacancy), cv_(cv), random_(maker.seed ^ 0x42524B, n) {}

  // False: not asked, or not to be broken alone.
  bool breaks(Requirement requirement) {
    const std::vector<CodeIndex> asked = skills_named_in(vacancy_);
    if (requirement == Requirement::skill) return skill(asked);
    if (!breaks_one(requirement)) return false;
    write_skills(maker_, missing_of(asked, cv_), random_, cv_);  // what a title named that is gone
    return true;
  }

 private:
  bool breaks_one(Requirement requirement) {
    switch (requirement) {
      case Requirement::profession:
        return profession();
      case Requirement::experience:
        return experience();
      case Requirement::education:
        return education();
      case Requirement::language:
        return language();
      case Requirement::skill:
        break;
      case Requirement::professional_register:
        return std::erase(cv_.registers, vacancy_.professional_register) > 0;
      case Requirement::licence:
        return licence();
      case Requirement::certificate:
        return !vacancy_.certificates.empty() &&
               std::erase(cv_.certificates, vacancy_.certificates.front()) > 0;
      case Requirement::contract:
        return accept_others(Table::contract, vacancy_.contract, &WantedJob::contracts);
      case Requirement::mode:
        return accept_others(Table::working_mode, vacancy_.mode, &WantedJob::modes);
      case Requirement::transfers:
        return refuse(vacancy_.transfers, &WantedJob::transfers);
      case Requirement::transport:
        return refuse(vacancy_.own_transport, &WantedJob::own_transport);
      case Requirement::territory:
        return territory();
    }
    return false;
  }

  bool same_class(const ProfessionCode& profession) const {
    return class_of(profession) == class_of(vacancy_.profession);
  }

  // Somebody of another trade, in wishes and in work; experienced all the same.
  bool profession() {
    Occupation other = maker_.occupation(random_);
    while (same_class({other.profession})) other = maker_.occupation(random_);
    const std::string& title = other.title(cv_.person.sex == "F");
    for (WantedJob& job : cv_.wanted) {
      if (!same_class(job.profession)) continue;
      job.profession = {other.profession};
      job.title = title;
      if (vacancy_.experience_required.value_or(false)) job.experienced = true;
    }
    for (Job& job : cv_.jobs) {
      if (!same_class(job.profession)) continue;
      job.profession = {other.profession};
      job.title = title;
    }
    return true;
  }

  // None declared, and the jobs lasted some days each.
  bool experience() {
    if (!vacancy_.experience_required.value_or(false)) return false;
    for (WantedJob& job : cv_.wanted) job.experienced.reset();
    for (Job& job : cv_.jobs)
      if (same_class(job.profession) && job.from)
        job.from = job.to.value_or(date_of(cv_.system.inserted)) - days(random_.between(5, 25));
    return true;
  }

  // The level below the lowest that would do.
  bool education() {
    if (vacancy_.education.empty()) return false;
    std::uint32_t lowest = 9;
    for (const Education& asked : vacancy_.education)
      lowest = std::min(lowest, rank_of(asked.level));
    if (lowest == 0) return false;
    for (Education& study : cv_.education)
      if (rank_of(study.level) >= lowest) study = {{fmt::format("{}0", lowest - 1)}, "", ""};
    return true;
  }

  bool language() {
    for (const LanguageSkill& asked : vacancy_.languages) {
      const auto held = std::ranges::find(cv_.languages, asked.language, &LanguageSkill::language);
      if (held == cv_.languages.end()) continue;
      if (asked.spoken.value > "A1") {
        held->spoken = below(asked.spoken);
        return true;
      }
      if (asked.language.value == "003") continue;  // who does not list Italian may speak it
      cv_.languages.erase(held);
      return true;
    }
    return false;
  }

  static LanguageLevel below(const LanguageLevel& level) {
    std::string value = level.value;  // "B2" is above "B1", and "B1" above "A2"
    if (value[1] == '2')
      value[1] = '1';
    else
      value = {static_cast<char>(value[0] - 1), '2'};
    return {value};
  }

  // Takes the first asked skill that a CV can be silent of out of all its texts.
  bool skill(const std::vector<CodeIndex>& asked) {
    for (const CodeIndex skill : asked) {
      Cv silent = cv_;
      for (std::string* text : optional_texts(silent))
        if (std::ranges::count(skill_tagger().tag(*text), skill) > 0) text->clear();
      std::vector<CodeIndex> lost = missing_of(asked, silent);
      if (std::erase(lost, skill) == 0) continue;
      write_skills(maker_, lost, random_, silent);
      if (missing_of(asked, silent) != std::vector{skill}) continue;
      cv_ = std::move(silent);
      return true;
    }
    return false;
  }

  static std::vector<CodeIndex> missing_of(const std::vector<CodeIndex>& asked, const Cv& cv) {
    std::vector<CodeIndex> missing;
    std::ranges::set_difference(asked, skills_named_in(cv), std::back_inserter(missing));
    return missing;
  }

  bool licence() {
    if (vacancy_.licences.empty()) return false;
    const LicenceCode& asked = vacancy_.licences.back();
    std::erase(cv_.licences, asked);
    if (asked.value == "02")  // C and D contain B
      std::erase_if(cv_.licences, [](const LicenceCode& held) {
        return held.value == "03" || held.value == "04";
      });
    return true;
  }

  template <class C>
  bool accept_others(Table table, const C& offered, std::vector<C> WantedJob::*accepted) {
    if (offered.empty()) return false;
    const auto rows = code_table(table).rows();
    for (WantedJob& job : cv_.wanted) {
      std::vector<C>& codes = job.*accepted;
      std::erase(codes, offered);
      while (codes.empty()) {  // none stated would be all
        C other{std::string(rows[random_.below(static_cast<std::uint32_t>(rows.size()))].code)};
        if (other != offered) codes.push_back(std::move(other));
      }
    }
    return true;
  }

  bool refuse(const std::optional<bool>& asked, std::optional<bool> WantedJob::*offered) {
    if (!asked.value_or(false)) return false;
    for (WantedJob& job : cv_.wanted) job.*offered = false;
    return true;
  }

  // Lives far away and does not accept transfers.
  bool territory() {
    if (vacancy_.transfers.value_or(false)) return false;
    const Place* workplace = maker_.places.find(vacancy_.workplace.value);
    if (!workplace) return false;
    const Place& home = maker_.places.far(random_, *workplace, far_km);
    cv_.person.home = {home.code};
    cv_.person.postcode = home.postcode;
    for (WantedJob& job : cv_.wanted) job.transfers = false;
    return true;
  }

  const RecordMaker& maker_;
  const Vacancy& vacancy_;
  Cv& cv_;
  Random random_;
};

}  // namespace

std::optional<Cv> Generator::broken(const Cv& cv_for_it, const Vacancy& vacancy,
                                    Requirement requirement, std::uint64_t n) const {
  Cv cv = cv_for_it;
  std::string& code = cv.system.code;
  code.replace(code.size() - number_digits, number_digits, fmt::format("{:09}", n));
  if (!Breaker(*impl_, vacancy, cv, n).breaks(requirement)) return std::nullopt;
  return cv;
}

}  // namespace incontro
