#include <array>

#include "synth/generator.h"

namespace incontro {
namespace {

// Several sentences in the order that advertisements have.
std::string description(const Vacancy& v, TextMaker& text, Random& random) {
  std::string out;
  text.add(out, "opening");
  if (!text.subject().unit.empty()) text.add(out, "unit");
  text.add(out, "duties");
  if (random.chance(45)) text.add(out, "duties");
  if (v.experience_required && random.chance(70))
    text.add(out, *v.experience_required ? "veteran" : "novice");
  text.add(out, "requirement");
  if (random.chance(35)) text.add(out, "requirement");
  if (random.chance(45)) text.add(out, "contract " + v.contract.value);
  if (!v.mode.empty() && random.chance(60)) text.add(out, "hours " + v.mode.value);
  constexpr std::size_t long_enough = 700;  // bytes: about a hundred words
  for (const std::string_view kind : {"offer", "offer", "closing"})
    if (out.size() < long_enough && random.chance(50)) text.add(out, kind);
  return out;
}

// As employers head their advertisements.
std::string heading(const Occupation& job, bool feminine, Random& random) {
  const std::uint32_t style = random.below(100);
  if (style < 60 || feminine) return job.title(feminine);
  if (style < 80) return job.masculine + (style < 72 ? " (M/F)" : " - M/F");
  if (style < 92 || job.masculine == job.feminine) return upper_case(job.masculine);
  return job.masculine + " o " + within_sentence(job.feminine);
}

std::string duration_of(const std::string& contract, Random& random) {
  constexpr std::array<int, 8> months = {6, 12, 3, 6, 12, 4, 9, 18};
  const std::uint32_t which = random.below(8);
  if (contract == "A01") return std::to_string(months[which]) + " mesi";
  if (contract == "A03") return std::to_string(3 + which % 4) + " mesi";
  if (contract == "A02" && which < 4) return "36 mesi";
  return {};
}

std::string contract_level(std::uint32_t group, Random& random) {
  constexpr std::array<std::array<char, 2>, 10> levels = {{{'3', '4'},
                                                           {'6', '5'},
                                                           {'4', '5'},
                                                           {'4', '4'},
                                                           {'3', '4'},
                                                           {'3', '1'},
                                                           {'2', '1'},
                                                           {'1', '2'},
                                                           {'1', '1'},
                                                           {'3', '4'}}};
  return std::string(1, levels[group][random.chance(30) ? 1 : 0]);
}

// Euro a year of a full-time post, in thousands, where the family says nothing of the profession.
std::pair<std::uint32_t, std::uint32_t> pay_of(const Family& family, bool any,
                                               std::uint32_t group) {
  constexpr std::array<std::pair<std::uint32_t, std::uint32_t>, 10> pays = {{{18, 28},
                                                                             {45, 80},
                                                                             {26, 48},
                                                                             {21, 34},
                                                                             {18, 26},
                                                                             {15, 23},
                                                                             {18, 28},
                                                                             {18, 26},
                                                                             {13, 19},
                                                                             {20, 30}}};
  return any ? pays[group] : std::pair(family.pay_low, family.pay_high);
}

std::string salary(const Family& family, bool any, const Vacancy& v, Random& random) {
  const auto [low, high] = pay_of(family, any, major_group(v.profession.value));
  std::uint32_t euro = random.between(low * 2, high * 2) * 500;
  if (v.mode.value == "PT" || v.mode.value == "WE") euro = euro * 6 / 10;
  if (v.contract.value == "A03") euro = 500 * random.between(9, 18);
  return std::to_string(euro);
}

void requirements(Vacancy& v, const RecordMaker& impl, const Family& family, TextMaker& text,
                  Random& random) {
  if (random.chance(75)) v.education.push_back(impl.education(family, v.profession.value, random));
  if (!v.education.empty() && random.chance(20)) {
    Education second = impl.education(family, v.profession.value, random);
    if (second.level != v.education[0].level) v.education.push_back(std::move(second));
  }
  for (Education& education : v.education)
    if (random.chance(30)) education.title.clear();
  const std::uint32_t group = major_group(v.profession.value);
  if (!family.professional_register.empty() && group <= 3 && random.chance(40))
    v.professional_register = {family.professional_register};
  v.languages = impl.languages(random, family.languages * 2 / 3, 1);
  if (random.chance(family.programs.empty() ? 15 : 60)) v.it_skills = text.phrase("it", 1'000);
  if (random.chance(45)) v.other_skills = text.skills(3);
  if (random.chance(60)) v.transfers = random.chance(family.transfers);
  if (!family.licences.empty() && random.chance(45)) {
    v.licences.push_back({family.licences[0]});
    if (family.licences.size() > 1 && random.chance(60))
      v.licences.push_back({family.licences[1 + random.below(static_cast<std::uint32_t>(
                                                    family.licences.size() - 1))]});
  }
  if (random.chance(50)) v.own_transport = random.chance(45);
  if (!family.certificates.empty() && random.chance(25))
    v.certificates.push_back({random.pick(family.certificates)});
  if (random.chance(40)) v.other_requirements = text.phrase("extra", 1'000);
}

}  // namespace

Vacancy Generator::vacancy(std::uint64_t n) const {
  Random random(impl_->seed ^ 0x5641, n);
  const Occupation job = impl_->occupation(random);
  const Family& family = *job.family;
  const bool any = impl_->vocabulary.is_other(family);

  Vacancy v;
  const Place* seat = nullptr;
  v.employer = impl_->employer(family, impl_->employer_rank(random), seat);
  const std::uint32_t where = random.below(100);
  const Place& place = where < 70   ? *seat
                       : where < 90 ? impl_->places.in_province_of(random, *seat)
                                    : impl_->places.in_region_of(random, *seat);
  v.system = impl_->system(random, Collection::vacancies, n, place);
  if (v.system.intermediary.stated() && random.chance(60)) {
    v.intermediary_reference = std::to_string(random.between(1, 9'999)) + "_";
    v.intermediary_reference += v.system.code.substr(5, 2);
  }
  v.workplace = {place.code};
  v.contract = {family.contracts.pick(random)};
  v.duration = duration_of(v.contract.value, random);
  if (random.chance(85)) v.mode = {family.modes.pick(random)};

  Subject subject;
  subject.family = &family;
  const bool feminine = random.chance(20);
  subject.title = job.title(feminine);
  subject.place = &place;
  // An anonymous advertisement does not name the employer in its text either.
  subject.company = v.system.contacts_visible == false ? "azienda cliente" : v.employer.name;
  subject.sector = v.employer.sector.value;
  subject.duration = v.duration;
  if (any) {
    const CodeTable& professions = code_table(Table::profession);
    const CodeIndex unit = professions.row(*professions.find(job.profession)).parent;
    subject.unit = professions.row(unit).label;
  }
  TextMaker text(impl_->vocabulary, subject, random);

  v.profession = {job.profession};
  v.title = heading(job, feminine, random);
  cut(v.title, 250);
  v.positions = random.chance(75) ? 1 : static_cast<int>(2 + random.long_tail(4));
  if (random.chance(80)) v.experience_required = random.chance(family.experience);
  v.description = description(v, text, random);
  text.fresh();
  if (v.experience_required.value_or(false) && random.chance(70))
    v.experience = text.phrase("sought", 2'000);
  requirements(v, *impl_, family, text, random);
  if (!family.agreements.empty() && random.chance(50))
    v.agreement = {random.pick(family.agreements)};
  if (random.chance(50)) v.contract_level = {contract_level(major_group(job.profession), random)};
  if (random.chance(50)) v.gross_salary = salary(family, any, v, random);
  if (random.chance(35)) v.other_conditions = text.phrase("condition", 1'000);
  if (random.chance(50)) v.open_to_non_eu = random.chance(15);
  return v;
}

}  // namespace incontro
