#pragma once

#include <incontro/fields.h>

namespace incontro {

// The lists of their own that flags and ages draw from.
enum FlagValue : CodeIndex { flag_yes = 0, flag_no = 1 };
const FieldDomain& flag_domain();
const FieldDomain& age_domain();

// Helpers of the readers: append the value of a code, if its table knows it.
template <Table T>
void read_code(const CodeOf<T>& code, std::vector<CodeIndex>& values) {
  if (code.empty()) return;
  if (const auto index = code_table(T).find(code.value)) values.push_back(*index);
}

template <Table T>
void read_codes(const std::vector<CodeOf<T>>& codes, std::vector<CodeIndex>& values) {
  for (const auto& code : codes) read_code(code, values);
}

inline void read_flag(std::optional<bool> flag, std::vector<CodeIndex>& values) {
  if (flag) values.push_back(*flag ? flag_yes : flag_no);
}

// A comune or state outside Italy.
bool is_abroad(const PlaceCode& place);
// Rev.038 has no field for being ready to work abroad; a CV given to the European network says so.
bool given_to_europe(const Cv& cv);

// An age is counted from the publication day when the query runs, skills are found in the text: the
// record has nothing to read.
void read_nothing(const Record& record, std::vector<CodeIndex>& values);

inline constexpr std::size_t skills_shown = 10;

std::span<const Field> fields_of_vacancies();
std::span<const Field> fields_of_cvs();

}  // namespace incontro
