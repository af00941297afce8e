#pragma once

#include <incontro/record.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// Whole names and codes that a record carries, kept beside its words: suggestions show the names as
// they were written, titles that are searched for find the codes of their profession. In the
// postings they are terms of weight 1 that begin with a mark, as no word does (Xapian's term
// prefixes do the same), so that merges, files and withdrawals need nothing of their own; they take
// no part in lengths and scores, and no word of a query finds them.
inline constexpr char employer_mark = '\x01';
inline constexpr char title_mark = '\x02';
// Before the code of a voice or unit (CP2011). A record has those of its professions and of the
// units above them, so that a unit is found with all its voices.
inline constexpr char profession_mark = '\x03';
inline constexpr std::uint8_t unit_level = 4;  // CodeRow::level of units

// No stem of the analyzer's is one.
inline bool is_name(std::string_view term) { return !term.empty() && term[0] < ' ' && term[0] > 0; }

// Longer ones are sentences, which nobody chooses from a list.
inline constexpr std::size_t name_bound_bytes = 80;

// Of a vacancy the employer, the title and the profession, of a CV the titles and professions of
// the wanted jobs: each with its mark, runs of spaces made one, a title without "(M/F)" at its end;
// sorted, no repeats. What a redaction has touched is left out. REQUIRES: a public view
// (privacy.h).
std::vector<std::string> names_of(const Record& record);

}  // namespace incontro
