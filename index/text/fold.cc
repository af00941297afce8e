#include "text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace incontro {
namespace {

bool is_word(UChar32 c) { return u_isalnum(c) || (U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_N_MASK)); }

}  // namespace

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string fold_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

std::string fold_text(std::string_view text) {
  if (is_ascii(text)) return fold_ascii(text);
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
  std::string out;
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
