#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// The words of a place's name: lower case, no accents, cut at whatever is no letter or digit.
// "Reggio nell'Emilia" gives reggio, nell, emilia.
std::vector<std::string> name_words(std::string_view name);

// Words as one key, one space between them.
std::string joined(const std::vector<std::string>& words, std::size_t begin = 0);

// The same without articles and prepositions, and with "s" for San, Santa, Santo and Sant': how
// people shorten names. Empty where nothing is left.
std::string loose_key(const std::vector<std::string>& words);

}  // namespace incontro
