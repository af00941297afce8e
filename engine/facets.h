#pragma once

#include <incontro/answer.h>
#include <incontro/query.h>

#include <vector>

#include "eval/field_counts.h"

namespace incontro {

// Counts by field and value -> what is shown (see Facet::values).
std::vector<Facet> make_facets(const Query& query, const FieldCounts& counts);

}  // namespace incontro
