#pragma once

#include <string_view>

namespace incontro {

// Whether a run of digits and of the signs between them is made only of figures that are no
// telephone number: dates (05/12/2012), months and years (09/2010), laws and norms (196/2003,
// 9001-2015), hours (9.00), amounts (30.000, 25000, 30.90), codes of professions (2.1.1.4.1.17),
// one after the other. REQUIRES: a run holds ASCII digits, spaces and . - / ( ) +.
bool only_other_figures(std::string_view run);

}  // namespace incontro
