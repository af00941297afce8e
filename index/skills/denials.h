#pragma once

#include <incontro/analyzer.h>

#include <span>
#include <string_view>
#include <vector>

#include "skills/clauses.h"
#include "skills/skill_names.h"

namespace incontro {

// By match: whether its clause says that this is not asked for, or not had. `words`: those of
// `tokens`, which are those of `text`.
//
// - non, before a demand (non è richiesta): what follows up to a reset, beyond a comma only where
// an
//   enumeration goes on; where nothing follows, what stands before it (Word non è necessario). A
//   reset and a welcome behind all (ma è gradita) take it back.
// - senza, nessuna, no: what begins within the next words of the segment.
std::vector<bool> denied(std::string_view text, std::span<const Token> tokens,
                         const std::vector<SkillWord>& words,
                         const std::vector<NameMatch>& matches);

}  // namespace incontro
