#pragma once

#include <cstdint>
#include <vector>

#include "skills/skill_names.h"

namespace incontro {

// Whether something in the text may be denied.
bool may_deny(const std::vector<SkillWord>& words);

// By match: whether the clause says that this is not asked for, or not had. `words`: of one clause,
// by segments.
//
// - non, before a demand (non è richiesta): what follows up to a reset, beyond a comma only where
// an
//   enumeration goes on; where nothing follows, what stands before it (Word non è necessario). A
//   reset and a welcome behind (ma gradita) take it back.
// - senza, nessuna, no: what begins within the next words of the segment.
std::vector<bool> denied(const std::vector<SkillWord>& words,
                         const std::vector<NameMatch>& matches);

}  // namespace incontro
