#pragma once

#include <string_view>

namespace incontro {

// The letter without its mark, in lower case, of a letter of Latin-1: U+00C0 + `number`, 0 to 63.
// '_' where there is none: signs, ligatures (Æ, ß) and letters of their own (Ø, Þ).
constexpr char latin_1_base(unsigned number) {
  constexpr std::string_view bases =
      "aaaaaa_ceeeeiiii_nooooo__uuuuy__aaaaaa_ceeeeiiii_nooooo__uuuuy_y";
  return bases[number];
}

}  // namespace incontro
