#pragma once

#include <incontro/analyzer.h>
#include <incontro/language.h>

#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// A text's words without the function words of its language; a text that has no others keeps them.
// Any thread.
std::vector<std::string> content_words(const Analyzer& analyzer, Language language,
                                       std::string_view text);

}  // namespace incontro
