#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// Whether a word has letters that are written in several ways without their marks. REQUIRES:
// composed (fold.h).
bool has_other_spellings(std::string_view word);

// The ways in which a word is written without the marks of its letters, folded, the usual one
// first: Müller gives muller and mueller, Đorđević dordevic and djordjevic (and the mixed ones). At
// most 64, and of words that are too long for names that one alone. REQUIRES: composed. The letters
// stand in data/privacy/letter_spellings.tsv.
std::vector<std::string> spellings_of(std::string_view word);

// The same, and for a word that is already written without marks what others may make of it:
// Mueller gives mueller and muller, Haakon haakon and hakon. For names that are looked for.
std::vector<std::string> name_spellings_of(std::string_view word);

}  // namespace incontro
