#pragma once

#include <cstddef>

namespace incontro {

// What one document from outside may cost. Measured on libxml2 2.9.14: within these limits the
// worst legitimate file takes about a millisecond and hostile ones are refused before parsing.
inline constexpr std::size_t document_limit_bytes = 4u << 20;
inline constexpr std::size_t start_tag_limit_bytes = 64u << 10;
inline constexpr std::size_t attribute_limit = 64;
inline constexpr std::size_t element_limit = 200'000;
inline constexpr std::size_t depth_limit = 64;

// Findings of one file: an operator mends a hundred errors before reading the next.
inline constexpr std::size_t finding_limit = 100;

}  // namespace incontro
