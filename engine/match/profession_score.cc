#include "match/profession_score.h"

#include <algorithm>

#include "match/profession_similarity.h"

namespace incontro {

BestJob best_job(std::span<const JobSpan> jobs, CodeIndex profession) {
  BestJob best;
  for (const JobSpan& job : jobs) {
    const Units similarity = profession_similarity(job.profession, profession);
    if (best.profession == no_code || similarity > best.similarity)
      best = {job.profession, similarity};
  }
  return best;
}

Units profession_score(CodeIndex wanted, std::span<const JobSpan> jobs, CodeIndex profession) {
  return std::max(profession_similarity(wanted, profession),
                  done_share(best_job(jobs, profession).similarity));
}

bool profession_holds(CodeIndex wanted, std::span<const JobSpan> jobs, CodeIndex profession) {
  return same_class(wanted, profession) || std::ranges::any_of(jobs, [&](const JobSpan& job) {
           return same_class(job.profession, profession);
         });
}

}  // namespace incontro
