#pragma once

#include <incontro/answer.h>
#include <incontro/match.h>
#include <incontro/places.h>

#include "handlers/match_state.h"
#include "pages/match_models.h"
#include "pages/texts.h"

namespace incontro::server {

// An answer as the page that shows it; `question` is the record that asks. Pure.
MatchPage make_match_page(const MatchState& state, const View& question, const MatchAnswer& answer,
                          const Places& places, const Texts& texts, Date today);

}  // namespace incontro::server
