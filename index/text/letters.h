#pragma once

#include <string_view>

namespace incontro {

// What a Latin letter that Unicode does not decompose is written as without it: ø o, ł l, đ d, æ
// ae, þ th. Empty: none, or any other character. The table is data/text/letters.tsv; it holds the
// letters that case folding and decomposition leave as they are, so in lower case only. Any thread.
std::string_view plain_letters(char32_t letter);

}  // namespace incontro
