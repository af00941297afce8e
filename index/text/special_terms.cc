#include "text/special_terms.h"

#include "text/ascii.h"

namespace incontro {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool ends_word(std::string_view text, std::size_t at) {
  return at >= text.size() || !is_word_byte(text[at]);
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

SpecialTerm as_written(std::string_view text, std::size_t length) {
  return {length, std::string(text.substr(0, length))};
}

// c#, f#, c++ (and c++17: c++, 17), notepad++: up to nine letters; a+, b+: up to two, as a longer
// word before one plus is a word of its own (word+excel).
SpecialTerm sharp_or_plus(std::string_view text) {
  const std::size_t n = letters(text, 0);
  if (n == 0 || n > 9 || n == text.size()) return {};
  const std::string_view rest = text.substr(n);
  if (rest.starts_with("++") && (ends_word(rest, 2) || is_digit(rest[2])))
    return as_written(text, n + 2);
  const bool one = rest[0] == '#' || (rest[0] == '+' && n <= 2);
  return one && ends_word(rest, 1) ? as_written(text, n + 1) : SpecialTerm{};
}

// .net by itself; the table has what ends in it (asp.net is asp and .net), for other words before
// it are addresses.
SpecialTerm dot_net(std::string_view text) {
  if (!text.starts_with(".net") || !ends_word(text, 4)) return {};
  return as_written(text, 4);
}

// 68/99, 104/1992: not a part of a date (5/12/12), a month (09/2012) or a span of years
// (2010/2012).
SpecialTerm law(std::string_view text) {
  const std::size_t number = digits(text, 0);
  if (number == 0 || number > 4 || text[0] == '0' || number == text.size() || text[number] != '/')
    return {};
  const std::size_t year = digits(text, number + 1), end = number + 1 + year;
  if (!ends_word(text, end)) return {};
  if (end + 1 < text.size() && text[end] == '/' && is_digit(text[end + 1])) return {};
  const std::string_view year_digits = text.substr(number + 1, year);
  const auto is_year = [](std::string_view d) {
    return d.size() == 4 && (d.starts_with("19") || d.starts_with("20"));
  };
  if ((year != 2 && !is_year(year_digits)) || is_year(text.substr(0, number))) return {};
  return {end, std::string(text.substr(0, number + 1)).append(year_digits.substr(year - 2))};
}

// The 4.0 of Industria 4.0, 2.0: no part of an hour, a sum or a longer number (9.00, 4.000, 1.4.0).
SpecialTerm version(std::string_view text) {
  const bool shaped = text.size() >= 3 && text[0] != '0' && text[1] == '.' && text[2] == '0';
  if (!shaped || !ends_word(text, 3)) return {};
  const bool goes_on = text.size() > 4 && (text[3] == '.' || text[3] == ',') && is_digit(text[4]);
  return goes_on ? SpecialTerm{} : as_written(text, 3);
}

// 1.500, 1,500, 3.000,00 and 1.200.000 are 1500, 3000 and 1200000: groups of three, no cents but
// zeros. Telephone numbers begin with a zero or have other groups.
SpecialTerm grouped_figure(std::string_view text) {
  std::size_t end = digits(text, 0);
  if (end > 3 || text[0] == '0' || end == text.size()) return {};
  const char sign = text[end];
  if (sign != '.' && sign != ',') return {};
  std::string figure(text.substr(0, end));
  while (end < text.size() && text[end] == sign && digits(text, end + 1) == 3) {
    figure += text.substr(end + 1, 3);
    end += 4;
  }
  if (figure.size() < 4) return {};
  const std::string_view rest = text.substr(end);
  const bool cents = sign == '.' && rest.starts_with(",00") && ends_word(rest, 3);
  if (cents) end += 3;
  const bool goes_on = end + 1 < text.size() &&
                       std::string_view(".,/:").find(text[end]) != std::string_view::npos &&
                       is_digit(text[end + 1]);
  return ends_word(text, end) && !goes_on ? SpecialTerm{end, std::move(figure)} : SpecialTerm{};
}

}  // namespace

SpecialTerm special_term(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.empty()) return {};
  if (is_digit(rest[0])) {
    const bool inside =
        at > 1 && std::string_view("/.,").find(text[at - 1]) != text.npos && is_digit(text[at - 2]);
    if (inside) return {};
    for (const auto rule : {law, version, grouped_figure})
      if (SpecialTerm found = rule(rest); found.length > 0) return found;
    return {};
  }
  for (const auto rule : {dot_net, sharp_or_plus})
    if (SpecialTerm found = rule(rest); found.length > 0) return found;
  return {};
}

}  // namespace incontro
