#pragma once

#include <cstddef>
#include <string_view>

namespace incontro {

// Length of the code-like term that begins `text`, or 0. Such terms keep the signs that would cut
// other words: C++, C#, .NET, L.68/99, D.Lgs.81/08, SAP/R3, R&D, P.IVA, co.co.co., 3x8, B2.
// REQUIRES: text is folded, and begins where a word may begin.
std::size_t special_term(std::string_view text);

}  // namespace incontro
