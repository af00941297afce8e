#include <incontro/incentives.h>

#include "fields/read.h"

namespace incontro {
namespace {

using Values = std::vector<CodeIndex>;

const Vacancy& vacancy(const Record& record) { return std::get<Vacancy>(record); }

void read_profession(const Record& r, Values& v) { read_code(vacancy(r).profession, v); }
void read_territory(const Record& r, Values& v) { read_code(vacancy(r).workplace, v); }
void read_contract(const Record& r, Values& v) { read_code(vacancy(r).contract, v); }
void read_mode(const Record& r, Values& v) { read_code(vacancy(r).mode, v); }
void read_education(const Record& r, Values& v) {
  for (const Education& e : vacancy(r).education) read_code(e.level, v);
}
void read_language(const Record& r, Values& v) {
  for (const LanguageSkill& l : vacancy(r).languages) read_code(l.language, v);
}
void read_licence(const Record& r, Values& v) { read_codes(vacancy(r).licences, v); }
void read_sector(const Record& r, Values& v) { read_code(vacancy(r).employer.sector, v); }
void read_experience(const Record& r, Values& v) { read_flag(vacancy(r).experience_required, v); }
void read_transfers(const Record& r, Values& v) { read_flag(vacancy(r).transfers, v); }
void read_transport(const Record& r, Values& v) { read_flag(vacancy(r).own_transport, v); }
void read_abroad(const Record& r, Values& v) { read_flag(is_abroad(vacancy(r).workplace), v); }

}  // namespace

std::span<const Field> fields_of_vacancies() {
  using enum FieldKind;
  static const FieldDomain profession(Table::profession), territory(Table::territory),
      contract(Table::contract), mode(Table::working_mode), education(Table::education),
      language(Table::language), licence(Table::licence), sector(Table::sector),
      skill(Table::skill);
  static const Field fields[] = {
      {"profession", tree, false, &profession, read_profession},
      {"territory", tree, false, &territory, read_territory},
      {"contract", flat, false, &contract, read_contract},
      {"mode", flat, false, &mode, read_mode},
      {"published", age, true, &age_domain(), read_nothing},
      {"education", tree, true, &education, read_education},
      {"language", flat, true, &language, read_language},
      {"licence", flat, true, &licence, read_licence},
      {"sector", tree, false, &sector, read_sector},
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
