#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// The words of a text as people write them, marks on letters included: runs of the letters that
// Italian is written with, ASCII and Latin-1. Views into the text. Any thread.
std::vector<std::string_view> written_words(std::string_view text);

// Such a word in lower case: "Contabilità" and "CONTABILITÀ" are contabilità.
std::string in_lower_case(std::string_view word);

}  // namespace incontro
