#pragma once

#include <string>
#include <string_view>

namespace incontro {

// The text with Cyrillic and Greek letters that look like Latin ones written as these (Rоssi with a
// Cyrillic о), where all its letters of those scripts do; other texts as they are.
std::string without_lookalikes(std::string_view word);

}  // namespace incontro
