#pragma once

#include "query/query_parser.h"

namespace incontro {

// What the words of the query also mean. Longer runs of words go before shorter ones: "aiuto cuoco"
// is no "cuoco".
std::vector<Expansion> expand(const ParsedQuery& parsed);

}  // namespace incontro
