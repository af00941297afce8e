#include "matching/promises.h"

#include <algorithm>

#include "matching/judge.h"
#include "matching/rankings.h"

namespace incontro::bench {
namespace {

constexpr std::size_t most_results = 1'000;

bool accepts_trips(const Cv& cv) {
  return std::ranges::any_of(cv.wanted, [](const WantedJob& job) { return job.transfers == true; });
}

// Of one question; `pair_of` gives the vacancy and the CV of a result.
template <class PairOf>
Done add(const Engine& engine, const RecordCode& question, PairOf&& pair_of,
         Promises::Asked& asked) {
  constexpr Criterion profession[] = {Criterion::profession}, territory[] = {Criterion::territory};
  MatchRequest request;
  request.question = question;
  request.records = false;
  request.limit = Promises::first;
  const auto first = ranked_by_engine(engine, request);
  if (!first) return first.error();
  for (const DocumentNumber number : *first) {
    const auto [vacancy, cv] = pair_of(number);
    ++asked.profession.shown;
    asked.profession.broken += !Judge(vacancy).missed(cv, profession).empty();
  }

  request.limit = most_results;
  request.radius_km = Promises::radius_km;
  request.settings = {{Criterion::territory, CriterionKind::must, {}}};
  const auto inside = ranked_by_engine(engine, request);
  if (!inside) return inside.error();
  for (const DocumentNumber number : *inside) {
    const auto [vacancy, cv] = pair_of(number);
    Judge judge(vacancy);
    judge.set_terms({.radius_km = Promises::radius_km});
    const bool beyond = !judge.missed(cv, territory).empty();
    ++asked.radius.shown;
    asked.radius.broken += beyond;
    asked.trips += beyond && accepts_trips(cv);
  }
  return ok;
}

}  // namespace

Result<Promises> promises_of(const Engine& engine, const Truth& truth) {
  struct Pair {
    const Vacancy& vacancy;
    const Cv& cv;
  };
  Promises promises;
  for (std::size_t n = 0; n < truth.intended.size(); ++n) {
    const Vacancy& vacancy = truth.vacancies[n].vacancy;
    const Cv& cv = truth.cvs[truth.intended[n]].cv;
    const Done candidates = add(
        engine, {Collection::vacancies, vacancy.system.code},
        [&](DocumentNumber number) {
          return Pair{vacancy, truth.cvs[number].cv};
        },
        promises.by_vacancies);
    if (!candidates) return candidates.error();
    const Done vacancies = add(
        engine, {Collection::cvs, cv.system.code},
        [&](DocumentNumber number) {
          return Pair{truth.vacancies[number].vacancy, cv};
        },
        promises.by_cvs);
    if (!vacancies) return vacancies.error();
  }
  return promises;
}

}  // namespace incontro::bench
