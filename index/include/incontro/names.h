#pragma once

#include <incontro/record.h>

#include <cstddef>
#include <string>
#include <vector>

namespace incontro {

// Whole names that a record carries, kept beside its words: suggestions show them as they were
// written. In the postings they are terms of weight 1 that begin with a mark, as no word does
// (Xapian's term prefixes do the same), so that merges, files and withdrawals need nothing of their
// own; they take no part in lengths, scores and searches.
inline constexpr char employer_mark = '\x01';
inline constexpr char title_mark = '\x02';

// Longer ones are sentences, which nobody chooses from a list.
inline constexpr std::size_t name_bound_bytes = 80;

// Of a vacancy the employer and the title, of a CV the titles of the wanted jobs: each with its
// mark, runs of spaces made one, a title without "(M/F)" at its end; sorted, no repeats. What a
// redaction has touched is left out. REQUIRES: a public view (privacy.h).
std::vector<std::string> names_of(const Record& record);

}  // namespace incontro
