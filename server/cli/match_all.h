#pragma once

#include <incontro/engine.h>

#include <cstddef>

namespace incontro::cli {

// Every active vacancy against all active CVs: one line a pair on stdout, code of the vacancy, code
// of the CV and score, the best first, in the order of the store; or one JSON object. How many
// pairs a second were scored goes to stderr. `request` without its question.
Done match_all(Engine& engine, const MatchRequest& request, std::size_t threads, bool json);

}  // namespace incontro::cli
