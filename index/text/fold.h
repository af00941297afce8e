#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace incontro {

// NFKC case folding without marks: "Qualità" and "QUALITÀ" give "qualita", "Straße" gives
// "strasse". Signs beyond ASCII (quotes, dashes, bullets) and ill-formed UTF-8 become spaces, so
// that they end a word as ASCII signs do. Any thread.
std::string fold_text(std::string_view text);

// The same for text of ASCII alone: lower case. REQUIRES: no byte above 0x7F.
std::string fold_ascii(std::string_view text);
bool is_ascii(std::string_view text);

// Bytes of the character at text[at] if it belongs to a word (a letter, digit or mark of any
// script, or what folding drops without a trace, as a soft hyphen); else 0. REQUIRES: at <
// text.size(), at the first byte of a character.
std::size_t word_character(std::string_view text, std::size_t at);

}  // namespace incontro
