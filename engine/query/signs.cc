#include "query/signs.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace incontro {
namespace {

Sign ascii_sign(char c) {
  switch (c) {
    case '"':
      return Sign::quote;
    case '-':
      return Sign::dash;
    case '*':
      return Sign::star;
    case '(':
      return Sign::open;
    case ')':
      return Sign::close;
    case '|':
      return Sign::bar;
    default:
      return c == ' ' || (c >= '\t' && c <= '\r') ? Sign::blank : Sign::none;
  }
}

bool is_among(UChar32 c, std::u32string_view signs) {
  return signs.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}

Sign wide_sign(UChar32 c) {
  if (is_among(c,
               U"\u00AB\u00BB\u201C\u201D\u201E\u201F\u2039\u203A\u2033\u2036\u275D\u275E\u301D"
               U"\u301E\u301F\uFF02"))
    return Sign::quote;
  if ((c >= 0x2010 && c <= 0x2015) || is_among(c, U"\u2212\uFE58\uFE63\uFF0D")) return Sign::dash;
  if (is_among(c, U"\u204E\u2217\uFE61\uFF0A")) return Sign::star;
  if (c == 0xFF08) return Sign::open;
  if (c == 0xFF09) return Sign::close;
  if (c == 0xFF5C) return Sign::bar;
  if ((c >= 0x2000 && c <= 0x200A) ||
      is_among(c, U"\u0085\u00A0\u1680\u2028\u2029\u202F\u205F\u3000"))
    return Sign::blank;
  if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
      (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0xAD)
    return Sign::unseen;
  return Sign::none;
}

}  // namespace

SignAt sign_at(std::string_view text) {
  if (static_cast<signed char>(text.front()) >= 0) return {ascii_sign(text.front()), 1};
  // As long as a character can be.
  const auto length = static_cast<int32_t>(std::min<std::size_t>(text.size(), 4));
  int32_t bytes = 0;
  UChar32 c = 0;
  U8_NEXT(text.data(), bytes, length, c);
  if (c < 0) return {Sign::none, 1};
  return {wide_sign(c), static_cast<std::size_t>(bytes)};
}

bool ends_with_star(std::string_view text) {
  bool star = false;
  for (std::size_t at = 0; at < text.size();) {
    const SignAt one = sign_at(text.substr(at));
    if (one.sign != Sign::unseen) star = at > 0 && one.sign == Sign::star;
    at += one.bytes;
  }
  return star;
}

}  // namespace incontro
