#include "text/special_terms.h"

#include <array>

namespace incontro {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
// Bytes of letters beyond ASCII belong to words too.
bool is_word(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool ends_word(std::string_view text, std::size_t at) {
  return at >= text.size() || !is_word(text[at]);
}

std::size_t letters(std::string_view text, std::size_t at) {
  std::size_t n = 0;
  while (at + n < text.size() && is_letter(text[at + n])) ++n;
  return n;
}

std::size_t digits(std::string_view text, std::size_t at) {
  std::size_t n = 0;
  while (at + n < text.size() && is_digit(text[at + n])) ++n;
  return n;
}

// c++, c#, f#, a+, notepad++: up to nine letters, then the signs and the end of the word.
std::size_t sharp_or_plus(std::string_view text) {
  const std::size_t n = letters(text, 0);
  if (n == 0 || n > 9) return 0;
  std::size_t end = n;
  if (end < text.size() && text[end] == '#') {
    ++end;
  } else {
    while (end < text.size() && text[end] == '+' && end - n < 2) ++end;
  }
  return end > n && ends_word(text, end) ? end : 0;
}

// .net, asp.net
std::size_t dot_net(std::string_view text) {
  const std::size_t n = letters(text, 0);
  if (n > 3 || !text.substr(n).starts_with(".net") || !ends_word(text, n + 4)) return 0;
  return n + 4;
}

// l.68/99, d.lgs.81/08, d.m.37/08: an abbreviation with dots, then number/year.
std::size_t law(std::string_view text) {
  std::size_t end = 0;
  for (int part = 0; part < 3; ++part) {
    const std::size_t n = letters(text, end);
    if (n == 0 || n > 3 || end + n >= text.size() || text[end + n] != '.') break;
    end += n + 1;
  }
  if (end == 0) return 0;
  const std::size_t number = digits(text, end);
  if (number == 0 || end + number >= text.size() || text[end + number] != '/') return 0;
  end += number + 1;
  const std::size_t year = digits(text, end);
  if ((year != 2 && year != 4) || !ends_word(text, end + year)) return 0;
  return end + year;
}

// Written forms that no rule would find.
constexpr std::array<std::string_view, 10> listed = {
    "co.co.co.", "co.co.pro.", "co.co.co", "co.co.pro", "p.iva",
    "part.iva",  "r&d",        "r&s",      "b&b",       "sap/r3"};

std::size_t listed_term(std::string_view text) {
  for (const std::string_view term : listed)
    if (text.starts_with(term) && ends_word(text, term.size())) return term.size();
  return 0;
}

}  // namespace

std::size_t special_term(std::string_view text) {
  for (const auto rule : {listed_term, law, dot_net, sharp_or_plus})
    if (const std::size_t length = rule(text)) return length;
  return 0;
}

}  // namespace incontro
