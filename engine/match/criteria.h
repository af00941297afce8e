#pragma once

#include <array>
#include <span>

#include "match/pair.h"

namespace incontro {

struct Explained;  // explain.h

// A row of the declared table: all that matching knows of a criterion.
struct CriterionRow {
  CriterionInfo info;
  // Whether a vacancy's profile, under the terms of the search, has the criterion at all. It never
  // looks at a CV, so that all CVs of a search are weighed alike.
  bool (*present)(const Profile& vacancy, const MatchTerms& terms);
  // Of a pair that has it.
  Units (*score)(const Pair& pair);
  bool (*holds)(const Pair& pair);  // as a must
  CriterionScore::Reason (*explain)(const Explained& explained);
};

// By Criterion.
std::span<const CriterionRow, criterion_count> criterion_rows();

// The settings of a search that sets nothing.
std::array<MatchTerms::Setting, criterion_count> default_settings();

// The job that a vacancy offers.
inline const Availability& offered_job(const Profile& vacancy) {
  return vacancy.availabilities.front();
}

}  // namespace incontro
