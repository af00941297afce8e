#include "match/explain.h"

#include "match/criteria.h"

namespace incontro {

std::vector<CriterionScore> explain_pair(const Profile& vacancy, const Profile& cv,
                                         const MatchTerms& terms, const PairScore& scored,
                                         const std::vector<std::string>& common_words) {
  std::vector<CriterionScore> scores;
  for (std::size_t i = 0; i < criterion_count; ++i) {
    const PairScore::Part& part = scored.parts[i];
    if (!part.present) continue;
    const auto reason_in = [&](Tongue tongue) {
      return criterion_rows()[i].explain(
          {vacancy, cv, cv.availabilities[scored.availability], terms, part, common_words, tongue});
    };
    scores.push_back({static_cast<Criterion>(i), terms.settings[i].kind, terms.settings[i].weight,
                      part.score, part.contribution, reason_in(Tongue::italian),
                      reason_in(Tongue::english)});
  }
  return scores;
}

}  // namespace incontro
