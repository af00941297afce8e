#include "text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace incontro {

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
    if (u_charType(c) != U_NON_SPACING_MARK) bare.append(c);
  }
  std::string out;
  return bare.toUTF8String(out);
}

}  // namespace incontro
