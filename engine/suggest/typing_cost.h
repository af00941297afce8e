#pragma once

#include <string_view>

namespace incontro {

// How unlikely it is that somebody who meant `word` wrote `typed`, in bits: one more is half as
// likely. A slip of the finger or of the ear costs less than a letter out of nowhere: letters
// exchanged, doubled or not doubled, an h, c for q, a vowel for a vowel, a neighbour on the
// keyboard; a wrong first letter costs more. 0 for the word itself.
//
// The weighted distance of Damerau and Levenshtein (optimal string alignment); the weights are
// estimates, after the confusions of Kernighan, Church and Gale, "A spelling correction program
// based on a noisy channel model" (1990). Letters are bytes of folded words. Any thread.
unsigned typing_cost(std::string_view typed, std::string_view word);

}  // namespace incontro
