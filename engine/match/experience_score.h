#pragma once

#include <incontro/match.h>
#include <incontro/profile.h>

#include <span>

#include "match/profession_similarity.h"

namespace incontro {

// The professions in which experience counts for a wanted one: those of its unit whole, the others
// of its class half. Of no_code none.
struct RelatedProfessions {
  CodeRange unit{1, 0}, profession_class{1, 0};
};
RelatedProfessions related_to(CodeIndex profession);

// Months that count: those in which a job of the unit was held, and half (rounded down) of those in
// which only others of the class were. A month counts once, however many jobs it has.
// REQUIRES: `jobs` as a Profile has them, ascending by their first month.
unsigned related_months(std::span<const JobSpan> jobs, const RelatedProfessions& related);

// What a vacancy that asks for experience asks: a year, where its text does not say.
inline constexpr unsigned usual_months = 12;
inline unsigned months_asked(unsigned stated) { return stated == 0 ? usual_months : stated; }

// The share of the months asked, at least half where the CV declares experience in the wanted job.
// REQUIRES: asked > 0.
Units experience_score(unsigned months, unsigned asked, Stated declared);
bool experience_holds(unsigned months, unsigned asked, Stated declared);

}  // namespace incontro
