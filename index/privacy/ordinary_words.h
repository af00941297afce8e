#pragma once

#include <string_view>

namespace incontro {

// Whether a folded word is one of those that CVs are written with: function words of the four
// languages, words of the professions' and skills' names, acronyms. Any thread.
bool is_ordinary_word(std::string_view folded);

}  // namespace incontro
