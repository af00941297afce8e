#pragma once

#include <incontro/language.h>

#include <string>
#include <string_view>

namespace incontro {

// Snowball's stem of a word in lower case. Any thread: each has stemmers of its own.
std::string stem(Language language, const std::string& word);

}  // namespace incontro
