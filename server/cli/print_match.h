#pragma once

#include <incontro/json.h>
#include <incontro/match.h>

#include <cstddef>

namespace incontro::cli {

// The results with their reasons, for people; the names of the criteria and the reasons in that
// language, everything else in Italian. `offset`: of the first result.
void print_match(const MatchAnswer& answer, std::size_t offset, ReasonLanguage language);

}  // namespace incontro::cli
