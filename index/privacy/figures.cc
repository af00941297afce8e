#include "privacy/figures.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/ascii.h"

namespace incontro {
namespace {

// What a run's letter stands for in a shape: 'd' a digit, 'Y' a year of this century or the last,
// 'D' a day, 'M' a month, 'H' an hour, 'm' minutes (two digits, 00 to 59), 'n' one to five digits
// without a zero in front, 't' one to three such digits, 'p' one or two; the rest stands for
// itself.
constexpr std::array<std::string_view, 21> shapes = {
    "D/M/Y", "D-M-Y", "D.M.Y", "D/M/dd",    "D-M-dd", "D.M.dd",      "Y-M-D",
    "M/Y",   "M.Y",   "M-Y",   "Y",         "n/Y",    "n-Y",         "Y/n",
    "n/dd",  "H.m",   "t.ddd", "t.ddd.ddd", "p.dd",   "d.d.d.d.d.d", "d.d.d.d.d.dd"};

std::size_t digits(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
}

int value(std::string_view number) {
  int sum = 0;
  for (const char c : number) sum = sum * 10 + (c - '0');
  return sum;
}

// How many of the first `length` digits, all that stand there, fit one letter of a shape; 0: none.
std::size_t part(char letter, std::string_view text) {
  const std::size_t length = digits(text);
  if (letter == 'd') return length > 0 ? 1 : 0;
  if (length == 0 || length > 5) return 0;
  const int number = value(text.substr(0, length));
  const auto if_so = [&](bool fits) { return fits ? length : 0; };
  switch (letter) {
    case 'Y':
      return if_so(length == 4 && number >= 1900 && number < 2100);
    case 'D':
      return if_so(length <= 2 && number >= 1 && number <= 31);
    case 'M':
      return if_so(length <= 2 && number >= 1 && number <= 12);
    case 'H':
      return if_so(length <= 2 && number <= 24);
    case 'm':
      return if_so(length == 2 && number <= 59);
    case 'n':
      return if_so(text[0] != '0');
    case 'p':
      return if_so(text[0] != '0' && length <= 2);
    case 't':
      return if_so(text[0] != '0' && length <= 3);
    default:
      return 0;
  }
}

// Bytes of the text's beginning that have the shape; 0: it has not, or the figure goes on after it.
std::size_t shaped(std::string_view shape, std::string_view text) {
  std::size_t at = 0;
  for (const char letter : shape) {
    if (at == text.size()) return 0;
    const bool sign = letter == '/' || letter == '-' || letter == '.';
    const std::size_t length =
        sign ? static_cast<std::size_t>(text[at] == letter) : part(letter, text.substr(at));
    if (length == 0) return 0;
    at += length;
  }
  const bool goes_on = at < text.size() && (is_digit(text[at]) || text[at] == '.');
  return goes_on ? 0 : at;
}

// 25000: a salary that is no telephone number, as it is short and round.
std::size_t amount(std::string_view text) {
  const std::size_t length = digits(text);
  const bool fits = length == 5 && text[0] != '0' && text.substr(3, 2) == "00";
  return fits && (length == text.size() || text[length] != '.') ? length : 0;
}

}  // namespace

bool only_other_figures(std::string_view run) {
  while (!run.empty()) {
    std::size_t longest = amount(run);
    for (const std::string_view shape : shapes) longest = std::max(longest, shaped(shape, run));
    if (longest == 0) return false;
    run.remove_prefix(longest);
    const std::size_t next = run.find_first_of("0123456789+");
    run.remove_prefix(std::min(next, run.size()));
  }
  return true;
}

}  // namespace incontro
