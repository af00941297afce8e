#pragma once

#include <incontro/finding.h>

#include <optional>
#include <string>
#include <string_view>

namespace incontro {

// The document as UTF-8 without byte order mark, its XML declaration replaced by blanks, so that
// the parser never chooses an encoding by itself and lines keep their numbers.
// Accepted: UTF-8, US-ASCII, ISO-8859-1, ISO-8859-15 and windows-1252 by declaration (UTF-8 where
// there is none), UTF-16 with a byte order mark. Declared ISO-8859-1 with bytes 0x80 to 0x9F is
// read as windows-1252, with a warning. Anything else, bytes that are not of their encoding,
// characters that XML 1.0 forbids and a U+FEFF inside the text are a blocking finding and no value.
std::optional<std::string> decode_to_utf8(std::string_view bytes, Findings& findings);

// The offset of the first byte that does not begin a well-formed UTF-8 character, or npos.
std::size_t first_bad_utf8(std::string_view text);

}  // namespace incontro
