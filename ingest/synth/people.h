#pragma once

#include <incontro/record.h>

#include <string>

#include "synth/places.h"

namespace incontro {

std::string any_surname(Random& random);

// An invented person with a fiscal code that checks. `day` bounds the age: 18 to 62.
Person make_person(Random& random, Date day, const Place& birthplace, const Place& home);

// An address at a domain that is nobody's (RFC 2606) and a number that nobody has.
std::string made_up_email(Random& random, std::string_view local);
std::string made_up_telephone(Random& random);

}  // namespace incontro
