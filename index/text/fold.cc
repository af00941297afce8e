#include "text/fold.h"

#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>

#include "text/latin_1.h"
#include "text/letters.h"

namespace incontro {
namespace {

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Letters by Unicode's categories that are written for an apostrophe.
bool is_apostrophe_letter(UChar32 c) {
  return (c >= 0x02B9 && c <= 0x02BF) || c == 0x02C8 || c == 0xA78B || c == 0xA78C || c == 0x055A;
}

bool is_word(UChar32 c) {
  return (u_isalnum(c) || (U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_N_MASK)) != 0) &&
         !is_apostrophe_letter(c);
}

// A character as it goes into the normalisation, which knows no signs: of ™ it would make the
// letters of a word.
void append_prepared(UChar32 c, icu::UnicodeString& out) {
  if (c == 0x013F || c == 0x0140) {  // ŀ: its dot is part of the letter, not a sign
    out.append(UChar32{'l'});
    return;
  }
  const auto category = U_GET_GC_MASK(c);
  const int decomposition = u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE);
  const bool raised = decomposition == U_DT_SUPER;
  if (raised && (category & (U_GC_SO_MASK | U_GC_LO_MASK)) != 0) {  // ™ ℠ ª º
    out.append(UChar32{' '});
    return;
  }
  const bool spelt_sign = (category & (U_GC_SO_MASK | U_GC_NO_MASK)) != 0 && !raised &&
                          decomposition != U_DT_NONE && decomposition != U_DT_SUB;
  if (spelt_sign) out.append(UChar32{' '});  // ℡ ㎡ ½ ①
  out.append(c);
  if (spelt_sign) out.append(UChar32{' '});
}

// A normalised character without what a reader overlooks.
void append_bare(UChar32 c, icu::UnicodeString& out) {
  const auto category = U_GET_GC_MASK(c);
  if ((category & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0) return;
  if (c < 0x80) {
    out.append(c);
  } else if (category == U_GC_ND_MASK) {
    out.append(static_cast<UChar32>('0' + u_charDigitValue(c)));
  } else if (const std::string_view plain = plain_letters(static_cast<char32_t>(c));
             !plain.empty()) {
    for (const char letter : plain) out.append(static_cast<UChar32>(letter));
  } else {
    out.append(is_word(c) ? c : UChar32{' '});
  }
}

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

const icu::Normalizer2& casefold() {
  UErrorCode error = U_ZERO_ERROR;
  static const icu::Normalizer2* const instance = icu::Normalizer2::getNFKCCasefoldInstance(error);
  return *instance;
}

// Whether text can be folded up to this character and from it on, each on its own.
bool begins_piece(UChar32 c) {
  if (c < 0) return true;  // ill-formed
  return !u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) &&
         (U_GET_GC_MASK(c) & U_GC_M_MASK) == 0 && casefold().hasBoundaryBefore(c);
}

// Bytes of ASCII at the front that nothing beyond ASCII follows: each is a piece.
std::size_t lone_ascii(std::string_view text) {
  const auto end =
      std::ranges::find_if(text, [](char c) { return static_cast<signed char>(c) < 0; });
  const auto bytes = static_cast<std::size_t>(end - text.begin());
  return end == text.end() || bytes == 0 ? bytes : bytes - 1;
}

// The pieces of a text (FoldedText). One at a time in a thread.
class Pieces {
 public:
  explicit Pieces(std::string_view text) : text_(text) {
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(&utext_, text.data(), static_cast<int64_t>(text.size()), &error);
    graphemes().setText(&utext_, error);
  }
  ~Pieces() { utext_close(&utext_); }
  Pieces(const Pieces&) = delete;
  Pieces& operator=(const Pieces&) = delete;

  // Where the piece that begins there ends.
  std::size_t end_of(std::size_t begin) {
    const auto size = static_cast<int32_t>(text_.size());
    auto end = static_cast<int32_t>(begin);
    UChar32 c = 0;
    U8_NEXT(text_.data(), end, size, c);
    while (end < size && static_cast<signed char>(text_[static_cast<std::size_t>(end)]) < 0) {
      int32_t next = end;
      U8_NEXT(text_.data(), next, size, c);
      if (begins_piece(c) && graphemes().isBoundary(end)) break;
      end = next;
    }
    return static_cast<std::size_t>(end);
  }

 private:
  // ICU's iterators are not to be shared between threads: each thread has its own.
  static icu::BreakIterator& graphemes() {
    thread_local const std::unique_ptr<icu::BreakIterator> instance = [] {
      UErrorCode error = U_ZERO_ERROR;
      return std::unique_ptr<icu::BreakIterator>(
          icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error));
    }();
    return *instance;
  }

  const std::string_view text_;
  UText utext_ = UTEXT_INITIALIZER;
};

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
  static const icu::Normalizer2* const decompose = icu::Normalizer2::getNFDInstance(error);
  const auto given = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  icu::UnicodeString prepared;
  for (int32_t i = 0; i < given.length(); i = given.moveIndex32(i, 1))
    append_prepared(given.char32At(i), prepared);
  const icu::UnicodeString folded =
      decompose->normalize(casefold().normalize(prepared, error), error);
  icu::UnicodeString bare;
  for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1))
    append_bare(folded.char32At(i), bare);
  return bare.toUTF8String(out);
}

std::string composed(std::string_view text) {
  std::string out;
  UErrorCode error = U_ZERO_ERROR;
  static const icu::Normalizer2* const compose = icu::Normalizer2::getNFCInstance(error);
  icu::StringByteSink<std::string> sink(&out);
  compose->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
                         nullptr, error);
  return out;
}

std::string plain_apostrophes(std::string_view text) {
  constexpr std::array<std::string_view, 11> apostrophes = {"\u2019", "\u2018", "\u201B", "\u2032",
                                                            "\u00B4", "\u02B9", "\u02BB", "\u02BC",
                                                            "\u02C8", "\uA78C", "\uFF07"};
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto* const found = static_cast<signed char>(text[i]) >= 0
                                  ? apostrophes.end()
                                  : std::ranges::find_if(apostrophes, [&](std::string_view one) {
                                      return text.substr(i).starts_with(one);
                                    });
    if (found == apostrophes.end()) {
      out.push_back(text[i]);
    } else {
      out.push_back('\'');
      i += found->size() - 1;
    }
  }
  return out;
}

std::uint32_t FoldedText::origin_begin(std::size_t begin) const {
  return origins.empty() ? static_cast<std::uint32_t>(begin) : origins[begin];
}

std::uint32_t FoldedText::origin_end(std::size_t end) const {
  if (origins.empty()) return static_cast<std::uint32_t>(end);
  while (origins[end] == origins[end - 1]) ++end;  // the piece gave further bytes
  return origins[end];
}

namespace {

// Characters of two bytes are most of those beyond ASCII that texts of Europe have: what each folds
// to on its own is kept.
bool has_two_bytes(std::string_view piece) {
  const auto lead = static_cast<unsigned char>(piece[0]);
  return piece.size() == 2 && lead >= 0xC2 && lead <= 0xDF;
}

const std::string& folded_two_bytes(std::string_view character) {
  constexpr unsigned first = 0x80, end = 0x800;
  static const std::vector<std::string> folded = [] {
    std::vector<std::string> all;
    for (unsigned c = first; c < end; ++c) {
      const char utf8[] = {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
      all.push_back(fold_text(plain_apostrophes({utf8, 2})));
    }
    return all;
  }();
  return folded[(character[0] & 0x1Fu) * 64 + (character[1] & 0x3Fu) - first];
}

}  // namespace

FoldedText fold_with_origins(std::string_view text) {
  if (is_ascii(text)) return {fold_ascii(text), {}};
  FoldedText folded;
  Pieces pieces(text);
  folded.text.reserve(text.size());
  folded.origins.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t ascii = lone_ascii(text.substr(at));
    folded.text += fold_ascii(text.substr(at, ascii));
    for (std::size_t i = 0; i < ascii; ++i)
      folded.origins.push_back(static_cast<std::uint32_t>(at++));
    if (at == text.size()) break;
    const std::size_t end = pieces.end_of(at);
    const std::string_view piece = text.substr(at, end - at);
    folded.text +=
        has_two_bytes(piece) ? folded_two_bytes(piece) : fold_text(plain_apostrophes(piece));
    folded.origins.resize(folded.text.size(), static_cast<std::uint32_t>(at));
    at = end;
  }
  folded.origins.push_back(static_cast<std::uint32_t>(text.size()));
  return folded;
}

namespace {

// Below zero: ill-formed.
UChar32 character(std::string_view text, std::size_t at, std::size_t& bytes) {
  const auto begin = static_cast<int32_t>(at);
  int32_t end = begin;
  UChar32 c = 0;
  U8_NEXT(text.data(), end, static_cast<int32_t>(text.size()), c);
  bytes = static_cast<std::size_t>(end - begin);
  return c;
}

bool is_ignorable(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT); }

}  // namespace

char digit_at(std::string_view text, std::size_t at) {
  std::size_t bytes = 0;
  const UChar32 c = character(text, at, bytes);
  const int32_t value = c < 0 ? -1 : u_charDigitValue(c);
  return value < 0 ? '\0' : static_cast<char>('0' + value);
}

bool is_dropped(std::string_view text, std::size_t at) {
  std::size_t bytes = 0;
  const UChar32 c = character(text, at, bytes);
  return c >= 0 && (is_ignorable(c) || (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0);
}

std::size_t word_character(std::string_view text, std::size_t at) {
  std::size_t bytes = 0;
  const UChar32 c = character(text, at, bytes);
  return c >= 0 && (is_word(c) || is_ignorable(c)) ? bytes : 0;
}

}  // namespace incontro
