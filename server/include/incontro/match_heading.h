#pragma once

#include <incontro/json.h>
#include <incontro/match.h>

#include <string>

namespace incontro {

// What a card of a result is headed by, on pages, in JSON and on the command line alike: a
// vacancy's title; of a CV the title of the wanted job that matched, or the past work where that
// did. May be empty.
std::string heading_of(const MatchResult& result, ReasonLanguage language);

// The wanted job of a found CV that matched; null for a vacancy.
const WantedJob* matched_job(const MatchResult& result);

}  // namespace incontro
