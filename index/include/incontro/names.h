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
// Before the code of a communication, and of a vacancy the intermediary's own reference
// (codiceoffertaintermediario), each as reference_name() has it.
inline constexpr char reference_mark = '\x03';
// Before the code of a voice or unit (CP2011). A record has those of its professions and of the
// units above them, so that a unit is found with all its voices.
inline constexpr char profession_mark = '\x04';
inline constexpr std::uint8_t unit_level = 4;  // CodeRow::level of units

// No stem of the analyzer's is one.
inline bool is_name(std::string_view term) { return !term.empty() && term[0] < ' ' && term[0] > 0; }

// Longer ones are sentences, which nobody chooses from a list.
inline constexpr std::size_t name_bound_bytes = 80;

// The name under which a record stands for a code or reference: its letters and digits folded,
// signs left out, from the last to the first, so that all names that begin with that of an ending
// belong to records whose code ends so. Of a text without letters and digits the mark alone.
std::string reference_name(std::string_view reference);

// Of a vacancy the employer, the title, the references and the profession, of a CV the titles and
// professions of the wanted jobs and its code: each with its mark, runs of spaces made one, a title
// without "(M/F)" at its end; sorted, no repeats. What a redaction has touched is left out.
// REQUIRES: a public view (privacy.h).
std::vector<std::string> names_of(const Record& record);

}  // namespace incontro
