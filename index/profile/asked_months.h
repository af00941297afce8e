#pragma once

#include <incontro/record.h>

#include <cstdint>

namespace incontro {

inline constexpr std::uint16_t most_asked_months = 480;

// Months of experience that a vacancy's text asks for: "almeno 2 anni", "esperienza di sei mesi",
// "biennale"; of a range the lower end ("3/5 anni"). The first that is found, in the field on
// experience, then in the description and the further requirements, where it must stand beside the
// word esperienza or anzianità. 0: none said. Ages, terms of contracts and of unemployment, what an
// employer says of itself, and upper limits ("massimo 2 anni") are passed over. Reads Italian only.
std::uint16_t asked_months(const Vacancy& vacancy);

}  // namespace incontro
