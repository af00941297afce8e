#pragma once

#include <vector>

#include "privacy/text_words.h"

namespace incontro {

// Adds where fiscal codes of persons stand (also with letters for digits, for the same people), in
// whatever groups and with whatever signs between: RSS MRA 80A01 H501U.
void find_fiscal_codes(const TextWords& words, std::vector<ByteRange>& found);
// Accounts at Italian banks.
void find_ibans(const TextWords& words, std::vector<ByteRange>& found);

}  // namespace incontro
