#include "privacy/digit_reader.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/fold.h"

namespace incontro {
namespace {

struct Sign {
  std::string_view written;
  char plain;
};
constexpr std::array<Sign, 14> signs_beyond_ascii = {{{"\u00A0", ' '},
                                                      {"\u00B7", '.'},
                                                      {"\u2009", ' '},
                                                      {"\u200A", ' '},
                                                      {"\u202F", ' '},
                                                      {"\u2010", '-'},
                                                      {"\u2011", '-'},
                                                      {"\u2012", '-'},
                                                      {"\u2013", '-'},
                                                      {"\u2014", '-'},
                                                      {"\u2022", '.'},
                                                      {"\u2212", '-'},
                                                      {"\uFF0F", '/'},
                                                      {"\uFF0E", '.'}}};

char ascii_sign(char c) {
  switch (c) {
    case '\t':
      return ' ';
    case '_':
    case '*':
      return '-';
    case '|':
      return '/';
    default:
      return std::string_view(" .-/()").find(c) == std::string_view::npos ? '\0' : c;
  }
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Letters that are typed for digits beside digits: O51, 33I 22.
char digit_of_letter(std::string_view text, std::size_t at) {
  const char c = text[at];
  const char digit = c == 'O' || c == 'o' ? '0' : c == 'I' || c == 'l' ? '1' : '\0';
  if (digit == '\0') return digit;
  const bool after = at > 0 && is_digit(text[at - 1]);
  const bool before = at + 1 < text.size() && is_digit(text[at + 1]);
  if (!after && !before) return '\0';
  // Part of a word it is a letter: CO2, 1oo1.
  const bool word_before = at > 0 && !after && is_letter(text[at - 1]);
  const bool word_after = at + 1 < text.size() && !before && word_character(text, at + 1) > 0;
  return word_before || word_after ? '\0' : digit;
}

FigureSign beyond_ascii(std::string_view text, std::size_t at) {
  const auto* const sign = std::ranges::find_if(signs_beyond_ascii, [&](const Sign& one) {
    return text.substr(at).starts_with(one.written);
  });
  if (sign != signs_beyond_ascii.end()) return {sign->plain, sign->written.size()};
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  if (is_dropped(text, at)) return {' ', end - at, true};
  return {digit_at(text, at), end - at};
}

}  // namespace

bool may_begin_number(char c) {
  if (static_cast<signed char>(c) < 0) return c != '\xC3';  // no letter of Latin-1
  return is_digit(c) || c == '+' || c == 'O' || c == 'o' || c == 'I' || c == 'l';
}

FigureSign figure_sign(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_digit(c) || c == '+') return {c, 1};
  // Letters that no digit is mistaken for, and letters of Latin-1.
  if (is_letter(c) && std::string_view("OoIl").find(c) == std::string_view::npos) return {'\0', 1};
  if (c == '\xC3') return {'\0', 2};
  if (static_cast<signed char>(c) < 0) return beyond_ascii(text, at);
  if (const char sign = ascii_sign(c)) return {sign, 1};
  return {digit_of_letter(text, at), 1};
}

}  // namespace incontro
