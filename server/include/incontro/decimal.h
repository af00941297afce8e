#pragma once

#include <cstdint>
#include <string>

namespace incontro {

// number / one as a decimal, digit for digit and with as many digits as `one` has noughts, so that
// what is written adds up as the whole numbers do: decimal(831'250, full_score) is "0.831250".
// REQUIRES: `one` is a power of ten.
std::string decimal(std::uint32_t number, std::uint32_t one);

}  // namespace incontro
