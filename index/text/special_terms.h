#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace incontro {

struct SpecialTerm {
  std::size_t length = 0;  // bytes of the text that it takes; 0: none begins here
  std::string word;        // its one form, whichever way it was written
};

// The code-like term that begins at text[at]. Such terms keep the signs that would cut other words:
// C++, C#, .NET, SAP/R3, R&D, P.IVA, D.Lgs., co.co.co. (with or without the last dot).
//
// A law is found by number and year, one word with a year of two digits, because its kind is
// written in too many ways: L.68/99, L. 68/1999 and legge 68/99 all hold 68/99.
// REQUIRES: text is folded, and a word may begin at text[at].
SpecialTerm special_term(std::string_view text, std::size_t at);

}  // namespace incontro
