#pragma once

#include <incontro/record.h>

#include <string_view>

namespace incontro {

// Stands in free text for what was taken out; not a word to search.
inline constexpr std::string_view redaction_mark = "[riservato]";

// How much of a record a view has: all, or what a list reads of it, of a CV the first ten jobs,
// titles and courses. Hiding costs by the length of the texts, and a list has many records.
enum class Extent { whole, listed };

// What anybody may see of a record. This is the only place that decides it: the index is built from
// it, and the engine lets nothing else out.
//
// Never shown: fiscal codes, birth date and place, sex, citizenship. One exception: the hiring
// incentives of a record are shown (incentives.h), and a rule's name can tell an age band or the
// sex, as on the public portal of 2012, which showed them beside a chosen CV; the values never.
// CV, visibilita SI: name and contacts stay. NO or absent: name, surname, address, telephones, fax,
//   e-mail and the employers' names and addresses are removed; the intermediary's references stay.
// Vacancy, visibilita SI, or absent and no intermediary: employer and contacts stay. NO, or absent
//   with an intermediary: the employer's name, web address and contacts are removed.
// Where contacts are removed, free text is cleaned too, in time linear in its length: e-mail and
// web addresses, profiles and handles, telephone numbers, bank accounts and the removed names
// become the redaction mark, however they are written: names in any order, with initials, as one
// word, with or without the marks of their letters, as part of a mailbox. Words are compared by the
// folding that the index uses, so that what is hidden is not found in any spelling. In doubt more
// is hidden; of texts that tell of nobody at most one word in 1,000 (bench/redaction). A person's
// fiscal code never stays in any text.
Cv public_view(const Cv& cv, Extent extent = Extent::whole);
Vacancy public_view(const Vacancy& vacancy);
Record public_view(const Record& record, Extent extent = Extent::whole);

bool contacts_visible(const Cv& cv);
bool contacts_visible(const Vacancy& vacancy);

}  // namespace incontro
