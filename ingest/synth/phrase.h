#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// What stands between braces in data/synth/phrases.tsv.
enum class Slot : std::uint8_t {
  none,
  title,
  place,
  aplace,  // "a Bari", "ad Ancona"
  province,
  company,
  street,
  surname,
  name,
  brand,
  duty,
  skill,
  program,
  quality,
  sector,
  area,
  site,
  years,
  age,  // of a company
  days,
  people,
  parttime,
  reference,
  duration,
  year,
  unit,  // the profession's unit, as the table names it
  o,     // the ending that agrees with the person: "o", "a"
};

struct PhrasePart {
  std::string literal;
  Slot slot = Slot::none;  // follows the literal
};
using Phrase = std::vector<PhrasePart>;

// REQUIRES: a text of the project's own tables, with known slots only.
Phrase parse_phrase(std::string_view text);

}  // namespace incontro
