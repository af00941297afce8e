#pragma once

#include <incontro/record.h>

#include <string>
#include <string_view>

#include "synth/places.h"
#include "synth/vocabulary.h"

namespace incontro {

inline constexpr std::uint32_t youngest_person = 18 * 366, oldest_person = 62 * 365;  // days old

// An invented person with a fiscal code that checks, from `youngest` to oldest_person days old on
// `day`; lives in the comune. Addresses and numbers are nobody's (RFC 2606; three zeros in their
// middle).
Person make_person(const Phrasebook& vocabulary, const Comuni& places, Random& random, Date day,
                   const Place& home, std::uint32_t youngest = youngest_person);

// first.second at a domain of RFC 2606 or its Italian like, sometimes with a number. REQUIRES: a
// letter in each.
std::string made_up_email(Random& random, std::string_view first, std::string_view second);
std::string made_up_mobile(Random& random);
std::string made_up_telephone(Random& random, const Place& place);

// Eleven digits of a company whose office of issue, 000, exists nowhere.
std::string made_up_company_code(std::uint32_t number);

}  // namespace incontro
