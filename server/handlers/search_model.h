#pragma once

#include <incontro/answer.h>
#include <incontro/places.h>

#include "handlers/search_state.h"
#include "pages/models.h"
#include "pages/texts.h"

namespace incontro::server {

// An answer as the page that shows it. Pure.
SearchPage make_search_page(const SearchState& state, const Answer& answer, const Places& places,
                            const Texts& texts, Date today);

}  // namespace incontro::server
