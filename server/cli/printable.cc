#include "cli/printable.h"

namespace incontro::cli {
namespace {

// Bytes of the unwelcome character at the beginning of `text`, 0 if there is none.
std::size_t unwelcome(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  if (byte(0) < 0x20 || byte(0) == 0x7F) return 1;
  if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) return 2;  // U+0080 to U+009F
  if (byte(0) != 0xE2) return 0;
  if (byte(1) == 0x80 &&
      (byte(2) == 0x8E || byte(2) == 0x8F || (byte(2) >= 0xAA && byte(2) <= 0xAE)))
    return 3;                                                            // U+200E, U+202A ...
  return byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9 ? 3 : 0;  // U+2066 to U+2069
}

}  // namespace

std::string printable(std::string_view text, bool keep_lines) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const bool line_feed = keep_lines && text.front() == '\n';
    const std::size_t bytes = line_feed ? 0 : unwelcome(text);
    result += bytes > 0 ? ' ' : text.front();
    text.remove_prefix(bytes > 0 ? bytes : 1);
  }
  return result;
}

}  // namespace incontro::cli
