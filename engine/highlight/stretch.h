#pragma once

#include <span>
#include <string_view>

#include "highlight/target_finder.h"

namespace incontro {

// Matches near each other, and what showing them is worth.
struct Stretch {
  TextSpan span{0, 0};
  std::uint64_t score = 0;
};

// Characters of well-formed UTF-8; an ill-formed byte counts as one or none.
std::size_t characters(std::string_view text);

// The best stretch of at most `most` characters, the earliest of equals; one match alone may be
// longer. A target counts its weight in tenths ten times where it is shown, once for each of three
// repetitions, and five times more where it follows another target. One pass.
// REQUIRES: `matches` is not empty, and is of `text`.
Stretch best_stretch(std::string_view text, std::span<const Match> matches,
                     std::span<const Target> targets, std::size_t most);

}  // namespace incontro
