#include "privacy/digit_reader.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/ascii.h"
#include "text/fold.h"

namespace incontro {
namespace {

struct Sign {
  std::string_view written;
  char plain;
};
constexpr std::array<Sign, 23> signs = {
    {{" ", ' '},      {"\t", ' '},     {".", '.'},      {"-", '-'},      {"/", '/'},
     {"(", '('},      {")", ')'},      {"_", '-'},      {"*", '-'},      {"|", '/'},
     {"\u00A0", ' '}, {"\u00B7", '.'}, {"\u2009", ' '}, {"\u200A", ' '}, {"\u202F", ' '},
     {"\u2010", '-'}, {"\u2011", '-'}, {"\u2012", '-'}, {"\u2013", '-'}, {"\u2014", '-'},
     {"\u2022", '.'}, {"\u2212", '-'}, {"\uFF0F", '/'}}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Letters that are typed for digits beside digits: O51, 33I 22.
char digit_of_letter(std::string_view text, std::size_t at) {
  const char c = text[at];
  const char digit = c == 'O' || c == 'o' ? '0' : c == 'I' || c == 'l' ? '1' : '\0';
  if (digit == '\0') return digit;
  const auto is_word = [&](std::size_t i) {
    return i < text.size() && word_character(text, i) > 0;
  };
  const bool after = at > 0 && is_digit(text[at - 1]);
  const bool before = at + 1 < text.size() && is_digit(text[at + 1]);
  if (at > 0 && !after && static_cast<signed char>(text[at - 1]) >= 0 && is_word(at - 1))
    return '\0';
  if (!before && is_word(at + 1)) return '\0';
  return after || before ? digit : '\0';
}

FigureSign beyond_ascii(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  const std::string folded = fold_text(text.substr(at, end - at));
  if (folded.empty()) return {' ', end - at, true};
  return {folded.size() == 1 && is_digit(folded[0]) ? folded[0] : '\0', end - at};
}

}  // namespace

FigureSign figure_sign(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_digit(c) || c == '+') return {c, 1};
  // Most of a text: letters that no digit is mistaken for, and letters of Latin-1.
  if (is_letter(c) && std::string_view("OoIl").find(c) == std::string_view::npos) return {'\0', 1};
  if (c == '\xC3') return {'\0', 2};
  if (const auto* const sign = std::ranges::find_if(
          signs, [&](const Sign& one) { return text.substr(at).starts_with(one.written); });
      sign != signs.end())
    return {sign->plain, sign->written.size()};
  if (static_cast<signed char>(c) < 0) return beyond_ascii(text, at);
  return {digit_of_letter(text, at), 1};
}

}  // namespace incontro
