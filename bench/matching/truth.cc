#include "matching/truth.h"

#include <algorithm>
#include <random>

namespace incontro::bench {
namespace {

struct Made {
  Cv cv;
  std::optional<Written> written;
  std::optional<std::size_t> plain_for;  // vacancy
};

std::vector<Made> written_for(const Generator& generator, const Vacancy& vacancy,
                              std::size_t number, std::uint64_t& next) {
  std::vector<Made> made;
  const Cv whole = generator.cv_for(vacancy, next++);
  made.push_back({whole, Written{number, std::nullopt}, {}});
  made.push_back({generator.cv_for(vacancy, next++, CvCare::plain), {}, number});
  for (std::size_t i = 0; i < requirement_count; ++i) {
    const auto requirement = static_cast<Requirement>(i);
    if (std::optional<Cv> cv = generator.broken(whole, vacancy, requirement, next)) {
      made.push_back({std::move(*cv), Written{number, requirement}, {}});
      ++next;
    }
  }
  return made;
}

}  // namespace

Criterion criterion_of(Requirement requirement) {
  switch (requirement) {
    case Requirement::profession:
      return Criterion::profession;
    case Requirement::experience:
      return Criterion::experience;
    case Requirement::education:
      return Criterion::education;
    case Requirement::language:
      return Criterion::language;
    case Requirement::skill:
      return Criterion::skill;
    case Requirement::professional_register:
      return Criterion::professional_register;
    case Requirement::licence:
      return Criterion::licence;
    case Requirement::certificate:
      return Criterion::certificate;
    case Requirement::contract:
      return Criterion::contract;
    case Requirement::mode:
      return Criterion::mode;
    case Requirement::transfers:
      return Criterion::transfers;
    case Requirement::transport:
      return Criterion::transport;
    case Requirement::territory:
      return Criterion::territory;
  }
  return Criterion::profession;
}

Truth make_truth(const Generator& generator, const TruthSize& size) {
  Truth truth;
  std::vector<Made> made;
  std::uint64_t next = size.background;
  for (std::size_t n = 0; n < size.vacancies; ++n) {
    const Vacancy vacancy = generator.vacancy(n);
    truth.vacancies.emplace_back(vacancy);
    if (n >= size.asked) continue;
    for (Made& one : written_for(generator, vacancy, n, next)) made.push_back(std::move(one));
  }
  for (std::size_t n = 0; n < size.background; ++n) made.push_back({generator.cv(n), {}, {}});

  // Equal scores are ordered by time of storing, which must not tell who was written for whom.
  std::mt19937_64 random(20'121'205);
  for (std::size_t i = made.size(); i > 1; --i) std::swap(made[i - 1], made[random() % i]);
  truth.intended.resize(size.asked);
  truth.plain.resize(size.asked);
  for (const Made& one : made) {
    if (one.written && !one.written->broken)
      truth.intended[one.written->vacancy] = truth.cvs.size();
    if (one.plain_for) truth.plain[*one.plain_for] = truth.cvs.size();
    truth.cvs.emplace_back(one.cv);
    truth.written.push_back(one.written);
  }
  return truth;
}

}  // namespace incontro::bench
