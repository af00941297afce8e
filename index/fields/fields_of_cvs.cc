#include "fields/read.h"

namespace incontro {
namespace {

using Values = std::vector<CodeIndex>;

const Cv& cv(const Record& record) { return std::get<Cv>(record); }

// Availability belongs to each wanted job: the CV says SI when one of them does.
void read_any(const Cv& cv, std::optional<bool> WantedJob::*flag, Values& values) {
  std::optional<bool> any;
  for (const WantedJob& job : cv.wanted)
    if (job.*flag) any = any.value_or(false) || *(job.*flag);
  read_flag(any, values);
}

void read_profession(const Record& r, Values& v) {
  for (const WantedJob& job : cv(r).wanted) read_code(job.profession, v);
}
void read_territory(const Record& r, Values& v) { read_code(cv(r).person.home, v); }
void read_contract(const Record& r, Values& v) {
  for (const WantedJob& job : cv(r).wanted) read_codes(job.contracts, v);
}
void read_mode(const Record& r, Values& v) {
  for (const WantedJob& job : cv(r).wanted) read_codes(job.modes, v);
}
void read_education(const Record& r, Values& v) {
  for (const Education& e : cv(r).education) read_code(e.level, v);
}
void read_language(const Record& r, Values& v) {
  for (const LanguageSkill& l : cv(r).languages) read_code(l.language, v);
}
void read_licence(const Record& r, Values& v) { read_codes(cv(r).licences, v); }
void read_experience(const Record& r, Values& v) { read_any(cv(r), &WantedJob::experienced, v); }
void read_transfers(const Record& r, Values& v) { read_any(cv(r), &WantedJob::transfers, v); }
void read_transport(const Record& r, Values& v) { read_any(cv(r), &WantedJob::own_transport, v); }

void read_abroad(const Record& r, Values& v) {
  if (!cv(r).diffusion.empty()) read_flag(given_to_europe(cv(r)), v);
}

// Years completed on the day of insertion.
int age_of(const Cv& cv) {
  using namespace std::chrono;
  const year_month_day born{cv.person.born}, day{date_of(cv.system.inserted)};
  const int years = int{day.year()} - int{born.year()};
  const bool before_birthday =
      month_day{day.month(), day.day()} < month_day{born.month(), born.day()};
  return years - (before_birthday ? 1 : 0);
}

// Declared facts only. Apprenticeship: 15 to 29 years (D.lgs 167/2011) and the contract accepted.
void read_incentive(const Record& r, Values& v) {
  if (cv(r).receives_benefits.value_or(false)) read_code(IncentiveCode{"percettore"}, v);
  const int age = age_of(cv(r));
  if (age < 15 || age > 29) return;
  for (const WantedJob& job : cv(r).wanted)
    for (const ContractCode& contract : job.contracts)
      if (contract.value == "A02") read_code(IncentiveCode{"apprendistato"}, v);
}

}  // namespace

std::span<const Field> fields_of_cvs() {
  using enum FieldKind;
  static const FieldDomain profession(Table::profession), territory(Table::territory),
      contract(Table::contract), mode(Table::working_mode), education(Table::education),
      language(Table::language), licence(Table::licence), incentive(Table::incentive),
      skill(Table::skill);
  static const Field fields[] = {
      {"profession", tree, true, &profession, read_profession},
      {"territory", tree, false, &territory, read_territory},
      {"contract", flat, true, &contract, read_contract},
      {"mode", flat, true, &mode, read_mode},
      {"published", age, true, &age_domain(), read_nothing},
      {"education", tree, true, &education, read_education},
      {"language", flat, true, &language, read_language},
      {"licence", flat, true, &licence, read_licence},
      {"experience", flag, false, &flag_domain(), read_experience},
      {"transfers", flag, false, &flag_domain(), read_transfers},
      {"transport", flag, false, &flag_domain(), read_transport},
      {"abroad", flag, false, &flag_domain(), read_abroad},
      {"incentive", flat, true, &incentive, read_incentive},
      {"skill", flat, true, &skill, read_nothing, true, skills_shown},
  };
  return fields;
}

}  // namespace incontro
