#pragma once

#include <incontro/analyzer.h>

#include <string_view>

#include "query/query_parser.h"

namespace incontro {

// How all forms of a compound's word begin: where the word and its stem are the same so far. Of
// codes and function words, which have no other forms, the whole word.
std::string_view beginning_of_forms(const CompoundWord& word);

// Whether a folded word is a form of the compound's: it begins as all forms do, and has its stem.
bool is_form_of(std::string_view folded, const CompoundWord& word, const Analyzer& analyzer);

}  // namespace incontro
