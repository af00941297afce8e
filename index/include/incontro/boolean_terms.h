#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace incontro {

// Terms of a document that no text gives: a control byte that the analyzer never lets through, and
// a code. They find the document, and count neither in its score nor in its length.

// One for each profession of a record and one for the unit (fifth level) above it, so that a unit
// is found with all its voices: "6.2.1.2.0" in a vacancy for 6.2.1.2.0.4.
inline constexpr char profession_mark = '\x03';
inline constexpr std::uint8_t unit_level = 4;  // CodeRow::level of units
std::string profession_term(std::string_view code);

// Of either kind.
inline bool is_boolean_term(std::string_view term) { return !term.empty() && term[0] < ' '; }

}  // namespace incontro
