#pragma once

#include "handlers/context.h"
#include "handlers/search_state.h"
#include "pages/models.h"

namespace incontro::server {

// Where a search finds little: "did you mean", for the words and for a place that is none; where it
// finds nothing: what to drop. Every offer is a link to the search that it names, with its count.
Done add_help(const Context& context, const SearchState& state, std::uint64_t total,
              SearchPage& page);

}  // namespace incontro::server
