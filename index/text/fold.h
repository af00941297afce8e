#pragma once

#include <string>
#include <string_view>

namespace incontro {

// NFKC case folding without marks: "Qualità" and "QUALITÀ" give "qualita", "Straße" gives
// "strasse". Ill-formed UTF-8 becomes U+FFFD, which no word holds. Any thread.
std::string fold_text(std::string_view text);

// The same for text of ASCII alone: lower case. REQUIRES: no byte above 0x7F.
std::string fold_ascii(std::string_view text);
bool is_ascii(std::string_view text);

}  // namespace incontro
