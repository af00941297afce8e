#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace incontro {

struct SpecialTerm {
  std::size_t length = 0;  // bytes of the text that it takes; 0: none begins here
  std::string word;        // its one form, whichever way it was written
};

// The code-like term that begins at text[at] and that a rule finds: C++, C#, .NET, 4.0,
// and figures with signs between their thousands (1.500 is 1500). Those
// that are a matter of habit (R&D, Node.js, co.co.co) stand in a table (spellings.h).
//
// A law is found by number and year, one word with a year of two digits, because its kind is
// written in too many ways: L.68/99, L. 68/1999 and legge 68/99 all hold 68/99.
// REQUIRES: text is folded, and a word may begin at text[at].
SpecialTerm special_term(std::string_view text, std::size_t at);

}  // namespace incontro
