#pragma once

#include <incontro/match.h>
#include <incontro/profile.h>

#include <span>

namespace incontro {

// A job done counts three tenths of its similarity: what a person wants decides. Similarities
// within a class are above that, so whoever wants a profession of the class of the one offered goes
// before whoever wants another and has only done it.
inline Units done_share(Units similarity) { return similarity * 3 / 10; }

// The similarity to the wanted profession or the share of the best job done, the greater.
Units profession_score(CodeIndex wanted, std::span<const JobSpan> jobs, CodeIndex profession);

// As a must: the wanted profession is of the same class; with `past_work` that of a job done may be
// instead.
bool profession_holds(CodeIndex wanted, std::span<const JobSpan> jobs, CodeIndex profession,
                      bool past_work);

// What speaks for a person who wants a profession of another class: of the jobs done that are of
// the class, the first of the most similar ones; no_code where there is none, or the wish fits.
CodeIndex fitting_past_work(CodeIndex wanted, std::span<const JobSpan> jobs, CodeIndex profession);

}  // namespace incontro
