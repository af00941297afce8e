#pragma once

#include <incontro/vocabulary.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace incontro {

// A run of adjacent words of a vocabulary, all equally far from what was typed.
struct NearWords {
  std::uint32_t first, last;  // and one more
  unsigned errors;
};

// More errors than a typed word may have are another word: none below four letters, one from
// there, two from eight; none with a digit, where every sign counts.
unsigned errors_allowed(std::string_view typed);

// The words at a distance of at most `errors` from `typed`: letters added, left out, replaced, or
// two neighbours exchanged, each place touched once (optimal string alignment, Damerau 1964). With
// `beginning`, the distance is that of the nearest beginning of the word. Letters are bytes: folded
// words are ASCII but for other scripts.
//
// The sorted vocabulary is walked as if it were a trie, a row of the distance matrix for each
// letter that differs from the word before; where a row has nothing within reach, all words with
// that beginning are passed over. Ascending, without overlaps.
std::vector<NearWords> near_words(const Vocabulary& words, std::string_view typed, unsigned errors,
                                  bool beginning);

}  // namespace incontro
