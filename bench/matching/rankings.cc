#include "matching/rankings.h"

#include <algorithm>
#include <tuple>

namespace incontro::bench {
namespace {

struct Candidate {
  std::uint32_t score;
  Date published;
  DocumentNumber number;
  auto order() const { return std::tuple(score, published, number); }
};

Ranking best(std::vector<Candidate> candidates, std::size_t limit) {
  const auto middle =
      candidates.begin() + static_cast<std::ptrdiff_t>(std::min(limit, candidates.size()));
  std::ranges::partial_sort(candidates, middle, std::greater<>(), &Candidate::order);
  Ranking ranking;
  for (auto candidate = candidates.begin(); candidate != middle; ++candidate)
    ranking.push_back(candidate->number);
  return ranking;
}

class Candidates {
 public:
  void add(const ReferenceVacancy& vacancy, const ReferenceCv& cv, const SystemData& found,
           std::size_t number) {
    const Candidate candidate{0, date_of(found.inserted), static_cast<DocumentNumber>(number)};
    if (reference_exact(vacancy, cv)) exact_.push_back(candidate);
    const std::uint32_t score = reference_weighted(vacancy, cv);
    if (score < reference_threshold) return;
    weighted_.push_back(candidate);
    weighted_.back().score = score;
  }
  ReferenceRankings take(std::size_t limit) && {
    return {best(std::move(exact_), limit), best(std::move(weighted_), limit)};
  }

 private:
  std::vector<Candidate> exact_, weighted_;
};

}  // namespace

Result<Ranking> ranked_by_engine(const Engine& engine, const RecordCode& question,
                                 std::size_t limit) {
  MatchRequest request;
  request.question = question;
  request.limit = limit;
  request.records = false;
  return ranked_by_engine(engine, request);
}

Result<Ranking> ranked_by_engine(const Engine& engine, const MatchRequest& request) {
  const auto answer = engine.match(request);
  if (!answer) return answer.error();
  Ranking ranking;
  for (const MatchResult& result : answer->results) ranking.push_back(result.number);
  return ranking;
}

ReferenceRankings cvs_by_reference(const Truth& truth, std::size_t vacancy, std::size_t limit) {
  Candidates candidates;
  for (std::size_t number = 0; number < truth.cvs.size(); ++number) {
    const ReferenceCv& cv = truth.cvs[number];
    candidates.add(truth.vacancies[vacancy], cv, cv.cv.system, number);
  }
  return std::move(candidates).take(limit);
}

ReferenceRankings vacancies_by_reference(const Truth& truth, std::size_t cv, std::size_t limit) {
  Candidates candidates;
  for (std::size_t number = 0; number < truth.vacancies.size(); ++number) {
    const ReferenceVacancy& vacancy = truth.vacancies[number];
    candidates.add(vacancy, truth.cvs[cv], vacancy.vacancy.system, number);
  }
  return std::move(candidates).take(limit);
}

}  // namespace incontro::bench
