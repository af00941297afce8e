#include "http/clean_text.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "http/ascii.h"

namespace incontro::server {
namespace {

bool is_invisible(UChar32 c) {
  return u_charType(c) == U_FORMAT_CHAR ||
         u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_control(UChar32 c) {
  constexpr UChar32 line_separator = 0x2028, paragraph_separator = 0x2029;
  return u_charType(c) == U_CONTROL_CHAR || c == line_separator || c == paragraph_separator;
}

// Calls visit(character, its bytes) for each; the character is below 0 where the bytes are none.
template <class F>
void for_each_character(std::string_view text, F&& visit) {
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    const int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    visit(c, text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin)));
  }
}

}  // namespace

std::string without_invisible(std::string_view text) {
  std::string out;
  for_each_character(text, [&](UChar32 c, std::string_view bytes) {
    if (c < 0 || !is_invisible(c)) out += bytes;
  });
  return out;
}

bool has_controls(std::string_view text, bool lines) {
  bool found = false;
  for_each_character(text, [&](UChar32 c, std::string_view bytes) {
    const bool line = lines && bytes.size() == 1 && is_one_of(bytes.front(), "\r\n\t");
    found = found || (c >= 0 && is_control(c) && !line);
  });
  return found;
}

std::string printable(std::string_view text) {
  std::string out;
  for_each_character(text, [&](UChar32 c, std::string_view bytes) {
    if (c < 0)
      for (const char byte : bytes)
        out += fmt::format("\\x{{{:02X}}}", static_cast<unsigned char>(byte));
    else if (is_control(c) || is_invisible(c))
      out += fmt::format("\\u{{{:X}}}", static_cast<std::uint32_t>(c));
    else
      out += bytes;
  });
  return out;
}

}  // namespace incontro::server
