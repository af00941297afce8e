#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// What two spellings of a word have in common; texts, queries, suggestions and what is to be hidden
// are all compared by it. NFKC case folding without marks: "Qualità" and "QUALITÀ" give "qualita",
// "Straße" gives "strasse". Then:
// - Latin letters that have no decomposition become those that they are written as without them:
//   "Wałęsa" gives "walesa", "Æsir" "aesir" (letters.h);
// - digits of any script become ASCII digits; raised ones stay in their word ("m²" gives "m2");
// - signs beyond ASCII (quotes, dashes, bullets, ™, ®, º) and ill-formed UTF-8 become spaces, so
//   that they end a word as ASCII signs do; signs made of letters or digits (℡, ㎡, ½, ①) are words
//   of their own.
// fold_text(fold_text(x)) == fold_text(x), and what ASCII letters, digits and spaces stand beside a
// text changes nothing of its own folding. Any thread.
std::string fold_text(std::string_view text);

// The same for text of ASCII alone: lower case. REQUIRES: no byte above 0x7F.
std::string fold_ascii(std::string_view text);
bool is_ascii(std::string_view text);

// NFC: letters and their marks as one character where there is one.
std::string composed(std::string_view text);

// Apostrophes of all kinds, also accents and primes that stand alone, become the ASCII one, so that
// one rule sees all.
std::string plain_apostrophes(std::string_view text);

// fold_text(plain_apostrophes(text)), and where each of its bytes came from.
struct FoldedText {
  std::string text;
  // By byte of `text`, and one more for its end: where the piece of the original begins that gave
  // it. Empty: each byte came from the one at the same place. A piece is what
  // readers take for one character (UAX #29), with what cannot be folded apart from it or folds to
  // nothing (soft hyphens).
  std::vector<std::uint32_t> origins;

  // The original of some bytes of `text`. REQUIRES: begin < end <= text.size().
  std::uint32_t origin_begin(std::size_t begin) const;
  std::uint32_t origin_end(std::size_t end) const;
};
FoldedText fold_with_origins(std::string_view text);

// The ASCII digit that fold_text makes of the digit at text[at]; '\0' for other characters.
// REQUIRES, as of the next two: at < text.size(), at the first byte of a character.
char digit_at(std::string_view text, std::size_t at);

// Whether folding drops the character at text[at] without a trace: a mark, a soft hyphen.
bool is_dropped(std::string_view text, std::size_t at);

// Bytes of the character at text[at] if it belongs to a word (a letter, digit or mark of any
// script, or what folding drops without a trace, as a soft hyphen); else 0.
std::size_t word_character(std::string_view text, std::size_t at);

}  // namespace incontro
