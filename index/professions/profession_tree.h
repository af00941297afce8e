#pragma once

#include <incontro/codes.h>
#include <incontro/names.h>

namespace incontro {

// Levels of Table::profession as CodeRow counts them: "6.2.1", "6.2.1.2.0", "6.2.1.2.0.4".
// Units: unit_level (names.h).
inline constexpr int class_level = 2, voice_level = 5;

inline const CodeTable& professions() { return code_table(Table::profession); }

inline bool lies_within(CodeIndex row, CodeIndex node) {
  return row >= node && row <= professions().row(node).last;
}

// The node of that level that the row lies in; the row itself where it is not deeper.
inline CodeIndex ancestor(CodeIndex row, int level) {
  while (professions().row(row).level > level) row = professions().row(row).parent;
  return row;
}

// The voice ".0" of a unit, which bears its label.
inline bool is_general_voice(CodeIndex row) {
  return professions().row(row).level == voice_level && professions().row(row).code.ends_with(".0");
}

}  // namespace incontro
