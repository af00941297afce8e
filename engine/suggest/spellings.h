#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "suggest/lexicon.h"

namespace incontro {

// What may have been meant by a word: one word, or several that were typed as one.
struct Spelling {
  std::vector<std::string> words;  // folded, of the collection
  unsigned errors;                 // of the typed word, against it
  double likelihood;               // among those of as many errors: the logarithm to base 2 of how
                                   // often it is meant and typed so; comparable only
};

// The likeliest of those with the fewest errors, at most `most`: near words of the collection that
// occur more than `rarer` times, and two that the word falls into. Two errors are looked for only
// where no word has one. Fewer errors are always better; among as many, typing slips that are
// common outweigh how often a word occurs (typing_cost.h).
std::vector<Spelling> spellings_of(std::string_view typed, const FrequentWords& known,
                                   std::uint64_t rarer, std::size_t most);

// That another gender or number of a word of the collection is meant (word_forms.h), cuoche where
// there is cuoco: comparable with Spelling::likelihood; -infinity where there is none.
double likelihood_of_forms(std::string_view typed, const FrequentWords& known);

}  // namespace incontro
