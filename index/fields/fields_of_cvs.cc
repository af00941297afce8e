#include <incontro/incentives.h>

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

}  // namespace

std::span<const Field> fields_of_cvs() {
  using enum FieldKind;
  static const FieldDomain profession(Table::profession), territory(Table::territory),
      contract(Table::contract), mode(Table::working_mode), education(Table::education),
      language(Table::language), licence(Table::licence), skill(Table::skill);
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
      {"incentive", tree, true, &incentive_domain(), read_nothing, false, 0, read_incentives},
      {"skill", flat, true, &skill, read_nothing, true, skills_shown},
  };
  return fields;
}

}  // namespace incontro
