#pragma once

#include <incontro/record.h>

#include <vector>

#include "privacy/hidden_names.h"

namespace incontro {

// The forms in which a person's name is written: each of the given names and surnames alone,
// several in any order and as one word, with initials (mrossi, rossim), with and without the marks
// of its letters. Names of up to three letters that are ordinary words too (Re, Bo), and the later
// words of a surname with a particle (Luca of De Luca), are looked for only where they are meant as
// a name.
std::vector<HiddenName> names_of_person(const std::string& surname, const std::string& name);

// The ways in which some words of a text are written without the marks of their letters: their
// first few. REQUIRES: first <= last.
std::vector<HiddenName> spelt(const TextWords& words, std::size_t first, std::size_t last);

// The same of a mailbox and its parts (rossi.mario84@...), without those that are ordinary words,
// and of its host where that is the person's own.
std::vector<HiddenName> names_of_mailbox(std::string_view email);

// Whether the initials are the person's: of one given name and one surname, in either order.
// REQUIRES: `folded` holds two letters.
bool are_initials(std::string_view folded, const std::string& surname, const std::string& name);

}  // namespace incontro
