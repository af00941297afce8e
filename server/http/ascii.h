#pragma once

#include <algorithm>
#include <string>
#include <string_view>

// Characters of protocols: ASCII whatever the locale.
namespace incontro::server {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

constexpr bool same_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

constexpr std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_one_of(text.front(), " \t\r\n")) text.remove_prefix(1);
  while (!text.empty() && is_one_of(text.back(), " \t\r\n")) text.remove_suffix(1);
  return text;
}

}  // namespace incontro::server
