#pragma once

#include <incontro/highlight.h>

#include <span>
#include <string_view>

namespace incontro {

// A part of `text` around `inner` that reads well: at most `most` characters, from the beginning of
// a sentence where one is near, to the end of one; else cut between words. A longer `inner` is cut
// at its end. Redaction marks are never cut.
TextSpan widened(std::string_view text, TextSpan inner, std::size_t most);

// The part as it is shown: blanks and control characters become single spaces, an ellipsis stands
// where a sentence was cut, and marks (of `text`, ascending) are moved along.
Marked excerpt(std::string_view text, TextSpan part, std::span<const TextSpan> marks);

}  // namespace incontro
