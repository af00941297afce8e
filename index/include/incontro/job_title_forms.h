#pragma once

#include <string>
#include <string_view>

namespace incontro {

// What Italian job titles vary in while they mean the same, taken off a word. Words are as the
// analyzer gives them (Token::word: lower case, no accents). Coarser than a stem and made for short
// texts, where a missed match costs more than a wrong one. Pure; any thread; under a microsecond.
//
// Both give words that are for comparing only: "infermier", "direttor".

// Gender and number: direttrice, direttrici, direttore -> direttor; cuoche, cuochi -> cuoc;
// operaia, operai -> opera(i). Never empty unless the word is. Words under four bytes, and those
// with anything but ASCII letters, stay as they are.
std::string fold_inflection(std::string_view word);

// Derivation: what is left of a folded word when its suffixes are gone, so that the trade, the
// worker and the work meet: progettista, progettazione, progettuale -> progett. The longest suffix
// that leaves four letters goes, twice. REQUIRES: a result of fold_inflection.
std::string word_family(std::string_view folded);

}  // namespace incontro
