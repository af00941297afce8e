#include "text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "text/latin_1.h"

namespace incontro {
namespace {

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool is_word(UChar32 c) { return u_isalnum(c) || (U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_N_MASK)); }

// What Italian texts hold beyond ASCII but for rare exceptions: letters of Latin-1, and signs that
// become a space. False: `text` holds something else, and `out` is to be thrown away.
bool fold_common(std::string_view text, std::string& out) {
  constexpr std::array<std::string_view, 11> signs = {"\u2019", "\u2018", "\u201C", "\u201D",
                                                      "\u2013", "\u2014", "\u2022", "\u00A0",
                                                      "\u00AB", "\u00BB", "\u00B0"};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) < 0x80) {
      out.push_back(lower_ascii(c));
    } else if (c == '\xC3') {
      if (i + 1 == text.size()) return false;
      const auto second = static_cast<unsigned char>(text[++i]);
      if ((second & 0xC0) != 0x80 || latin_1_base(second & 0x3Fu) == '_') return false;
      out.push_back(latin_1_base(second & 0x3Fu));
    } else {
      const auto* const sign = std::ranges::find_if(
          signs, [&](std::string_view one) { return text.substr(i).starts_with(one); });
      if (sign == signs.end()) return false;
      out.push_back(' ');
      i += sign->size() - 1;
    }
  }
  return true;
}

}  // namespace

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string fold_ascii(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower_ascii);
  return out;
}

std::string fold_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  if (fold_common(text, out)) return out;
  out.clear();
  UErrorCode error = U_ZERO_ERROR;
  static const icu::Normalizer2* const casefold = icu::Normalizer2::getNFKCCasefoldInstance(error);
  static const icu::Normalizer2* const decompose = icu::Normalizer2::getNFDInstance(error);
  const icu::UnicodeString folded =
      decompose->normalize(casefold->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(
                                                   text.data(), static_cast<int32_t>(text.size()))),
                                               error),
                           error);
  icu::UnicodeString bare;
  for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    bare.append(c < 0x80 || is_word(c) ? c : UChar32{' '});
  }
  return bare.toUTF8String(out);
}

std::size_t word_character(std::string_view text, std::size_t at) {
  const auto size = static_cast<int32_t>(text.size());
  const auto begin = static_cast<int32_t>(at);
  int32_t end = begin;
  UChar32 c = 0;
  U8_NEXT(text.data(), end, size, c);
  if (c < 0) return 0;
  const bool word = is_word(c) || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
  return word ? static_cast<std::size_t>(end - begin) : 0;
}

}  // namespace incontro
