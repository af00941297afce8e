#pragma once

#include <cstddef>
#include <string_view>

namespace incontro {

// How many bytes to insert, leave out, change or swap with their neighbour make `a` of `b` (optimal
// string alignment: G. Navarro, A Guided Tour to Approximate String Matching, 2001). `most` + 1
// where it takes more than `most`, which is soon known.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

}  // namespace incontro
