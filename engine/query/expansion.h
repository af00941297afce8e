#pragma once

#include <incontro/acronyms.h>
#include <incontro/analyzer.h>

#include "query/query_parser.h"

namespace incontro {

// What the plain words of the query also mean: a job title its profession, an acronym what it
// stands for and the other way round, a word its forms in other languages. Longer runs of words go
// before shorter ones: "aiuto cuoco" is no "cuoco". Words that a phrase of the query requires stay
// as they are. The first 32 words are looked at, of each alternative too.
void expand(ParsedQuery& parsed, const Analyzer& analyzer, const Acronyms& acronyms);

}  // namespace incontro
