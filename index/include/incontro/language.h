#pragma once

#include <cstdint>

namespace incontro {

// The languages that texts are analysed in.
enum class Language : std::uint8_t { italian, english, french, german };

}  // namespace incontro
