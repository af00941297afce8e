#pragma once

#include <incontro/finding.h>

#include <optional>
#include <string_view>

#include "xml/xml_reader.h"

namespace incontro {

// How often the standard's repeatable elements may come inside one parent: what a record costs
// whoever reads it is then bounded by what it says. Limits and reasons:
// data/limits/repetitions.tsv.
std::optional<std::size_t> most_repetitions(std::string_view parent, std::string_view element);

// One blocking finding for each element that comes too often, on the line of the first too many.
void check_repetitions(const Element& root, Findings& findings);

}  // namespace incontro
