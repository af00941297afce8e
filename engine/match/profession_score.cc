#include "match/profession_score.h"

#include <algorithm>

#include "match/profession_similarity.h"

namespace incontro {

Units profession_score(CodeIndex wanted, std::span<const JobSpan> jobs, CodeIndex profession) {
  Units best = profession_similarity(wanted, profession);
  for (const JobSpan& job : jobs)
    best = std::max(best, done_share(profession_similarity(job.profession, profession)));
  return best;
}

bool profession_holds(CodeIndex wanted, std::span<const JobSpan> jobs, CodeIndex profession,
                      bool past_work) {
  return same_class(wanted, profession) ||
         (past_work && fitting_past_work(wanted, jobs, profession) != no_code);
}

CodeIndex fitting_past_work(CodeIndex wanted, std::span<const JobSpan> jobs, CodeIndex profession) {
  CodeIndex best = no_code;
  if (same_class(wanted, profession)) return best;
  Units most = 0;
  for (const JobSpan& job : jobs) {
    if (!same_class(job.profession, profession)) continue;
    const Units similarity = profession_similarity(job.profession, profession);
    if (similarity <= most) continue;
    most = similarity;
    best = job.profession;
  }
  return best;
}

}  // namespace incontro
