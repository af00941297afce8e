#pragma once

#include <incontro/match.h>
#include <incontro/profile.h>

#include <cstdint>
#include <span>

// What a person can show on paper: education, languages, registers, licences, certificates.
namespace incontro {

// Of levels as a Profile has them. The lowest one, no title, asks for nothing.
inline bool asks_education(std::uint8_t asked) { return asked > 1; }
// Full where the level is reached, half where the next lower one is, else 0.
Units education_score(std::uint8_t asked, std::uint8_t held);

// The mean over the languages asked of the mean over the levels asked (read, written, spoken) of
// the level held over the level asked, at most 1. A held language is half of a level that the CV
// does not state, and all of what is asked without a level. Italian is held in full where the CV
// states no level of it: the standard cannot express a mother tongue, and citizenship never counts.
// REQUIRES: asked is not empty.
Units language_score(std::span<const LanguageLevels> asked, std::span<const LanguageLevels> held);
// Of one language asked.
Units language_score(const LanguageLevels& asked, std::span<const LanguageLevels> held);

// Every level of every language is reached; one that the CV does not state is not.
bool languages_hold(std::span<const LanguageLevels> asked, std::span<const LanguageLevels> held);
bool language_holds(const LanguageLevels& asked, std::span<const LanguageLevels> held);

// The held licences and what they also stand for: C and D for B, the Italian ones for one of the
// European Union.
CodeBits with_implied_licences(CodeBits held);

// The share of the bits asked that are held. REQUIRES: asked is not empty.
Units share_held(CodeBits asked, CodeBits held);
inline bool all_held(CodeBits asked, CodeBits held) { return (asked & ~held) == 0; }

}  // namespace incontro
