#pragma once

#include <incontro/analyzer.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace incontro {

// In which clause, and in which of its segments, a token stands; both are counted through the text.
// Full stops, colons, semicolons and the like part clauses, commas and brackets segments.
struct ClausePlace {
  std::uint32_t clause, segment;
};

// By token. A token is known again by its first letters from where the one before it ended, because
// tokens do not tell where they stand; one that is not found stays with the one before it.
std::vector<ClausePlace> clause_places(std::string_view text, std::span<const Token> tokens);

}  // namespace incontro
