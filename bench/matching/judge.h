#pragma once

#include <incontro/match.h>
#include <incontro/record.h>

#include <span>
#include <vector>

namespace incontro::bench {

// Says whether a CV has what a vacancy asks, from the records alone: written from what the criteria
// mean, not from how they are computed, and slow. Of the index it uses the readers of text (skills,
// months of experience) and positions; of the engine nothing.
class Judge {
 public:
  struct Terms {  // as in a MatchRequest
    unsigned radius_km = 50;
    std::uint32_t lowest_salary = 0;
    bool past_work = false;
  };

  // REQUIRES: codes that the tables know.
  explicit Judge(const Vacancy& vacancy);

  void set_terms(const Terms& terms) { terms_ = terms; }
  bool asks(Criterion criterion) const;
  // The asked ones of these that the CV does not meet, by the wanted job that leaves the fewest.
  std::vector<Criterion> missed(const Cv& cv, std::span<const Criterion> criteria) const;

 private:
  bool meets(Criterion criterion, const Cv& cv, const WantedJob& wanted) const;
  bool has_experience(const Cv& cv, const WantedJob& wanted) const;
  bool has_languages(const Cv& cv) const;
  bool is_near(const Cv& cv) const;

  Vacancy vacancy_;
  Terms terms_;
  std::vector<CodeIndex> skills_;
  unsigned months_ = 0;
};

// All skills that a record's public texts name, ascending.
std::vector<CodeIndex> skills_of(const Record& record);

}  // namespace incontro::bench
