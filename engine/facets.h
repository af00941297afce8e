#pragma once

#include <incontro/answer.h>
#include <incontro/query.h>

#include <cstdint>
#include <vector>

namespace incontro {

// Counts by field and value -> what is shown (see Facet::values).
std::vector<Facet> make_facets(const Query& query,
                               const std::vector<std::vector<std::uint32_t>>& counts);

}  // namespace incontro
