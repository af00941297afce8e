#pragma once

#include <incontro/document.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace incontro::bench {

// A document's values in a field, as an answer shows them with no node opened: the roots of a tree,
// the age buckets that it falls in on the benchmark's day and the dated values of that day, "-"
// where nothing is said. No repeats. (An answer's age facet has no "-": what is older than all
// buckets is in none.)
std::vector<std::string_view> facet_codes(const Document& document, std::size_t field);

}  // namespace incontro::bench
