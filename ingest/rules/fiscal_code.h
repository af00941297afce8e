#pragma once

#include <incontro/date.h>

#include <optional>
#include <string>
#include <string_view>

namespace incontro {

// Is the check character right? Sixteen characters: the letter of the fiscal code, also with
// replaced digits (omocodia). Eleven digits: the check digit of companies and provisional codes.
// Anything else is wrong.
bool fiscal_code_checks(std::string_view code);

// What sixteen characters tell about a person. REQUIRES: the shape that the schema demands.
struct FiscalIdentity {
  char sex;                // M, F
  int year_of_century;     // 0 to 99
  unsigned month;          // 1 to 12; 0 for a letter that stands for no month
  unsigned day;            // 1 to 31
  std::string birthplace;  // Belfiore code
};
std::optional<FiscalIdentity> fiscal_identity(std::string_view code);  // empty for eleven digits

}  // namespace incontro
