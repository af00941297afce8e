#pragma once

#include <incontro/match.h>
#include <incontro/profile.h>

#include <span>

namespace incontro {

// A job done counts eight tenths of its similarity: what a person wants goes before what a person
// has left behind.
inline Units done_share(Units similarity) { return similarity * 8 / 10; }

// The first of the jobs done that are most similar to a profession; no_code where there are none.
struct BestJob {
  CodeIndex profession = no_code;
  Units similarity = 0;
};
BestJob best_job(std::span<const JobSpan> jobs, CodeIndex profession);

// The similarity to the wanted profession or the share of the best job done, the greater.
Units profession_score(CodeIndex wanted, std::span<const JobSpan> jobs, CodeIndex profession);

// The wanted profession or that of a job done is of the same class.
bool profession_holds(CodeIndex wanted, std::span<const JobSpan> jobs, CodeIndex profession);

}  // namespace incontro
