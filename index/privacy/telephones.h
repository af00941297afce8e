#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "privacy/text_words.h"

namespace incontro {

// Adds where telephone numbers stand: seven digits and more (five after tel., cell.), of any
// script, with signs between them, O and I for 0 and 1; said in words (tre quattro sette ...). Not
// figures of other kinds (figures.h). `own`: numbers that are hidden whatever they look like and
// whatever stands between their digits, as digits without the prefix of Italy.
void find_telephones(const TextWords& words, const std::vector<std::string>& own,
                     std::vector<ByteRange>& found);

// The digits of a number as `own` holds them; empty where there are too few to be told by.
std::string own_number(std::string_view telephone);

}  // namespace incontro
