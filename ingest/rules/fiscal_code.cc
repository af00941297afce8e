#include "rules/fiscal_code.h"

#include <algorithm>

namespace incontro {
namespace {

// Values of characters in odd positions, '0' to '9' as 'A' to 'J'. DM 23 December 1976.
constexpr int odd_values[26] = {1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                                20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
constexpr std::string_view month_letters = "ABCDEHLMPRST";
constexpr std::string_view replaced_digits = "LMNPQRSTUV";  // omocodia: L is 0 ... V is 9

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int digit_of(char c) { return is_digit(c) ? c - '0' : static_cast<int>(replaced_digits.find(c)); }

bool letter_checks(std::string_view code) {
  int sum = 0;
  for (std::size_t i = 0; i < 15; ++i) {
    const char c = code[i];
    if (!is_digit(c) && (c < 'A' || c > 'Z')) return false;
    const int value = is_digit(c) ? c - '0' : c - 'A';
    sum += i % 2 == 0 ? odd_values[value] : value;
  }
  return code[15] == 'A' + sum % 26;
}

bool digit_checks(std::string_view code) {
  if (!std::all_of(code.begin(), code.end(), is_digit)) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 11; ++i) {
    int value = code[i] - '0';
    if (i % 2 == 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return sum % 10 == 0;
}

}  // namespace

bool fiscal_code_checks(std::string_view code) {
  if (code.size() == 16) return letter_checks(code);
  return code.size() == 11 && digit_checks(code);
}

std::optional<FiscalIdentity> fiscal_identity(std::string_view code) {
  if (code.size() != 16) return std::nullopt;
  FiscalIdentity who;
  who.year_of_century = digit_of(code[6]) * 10 + digit_of(code[7]);
  const std::size_t month = month_letters.find(code[8]);
  who.month = month == std::string_view::npos ? 0 : static_cast<unsigned>(month) + 1;
  const int day = digit_of(code[9]) * 10 + digit_of(code[10]);
  who.sex = day > 40 ? 'F' : 'M';
  who.day = static_cast<unsigned>(day > 40 ? day - 40 : day);
  who.birthplace = code[11];
  for (std::size_t i = 12; i < 15; ++i)
    who.birthplace += static_cast<char>('0' + digit_of(code[i]));
  return who;
}

}  // namespace incontro
