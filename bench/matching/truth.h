#pragma once

#include <incontro/match.h>
#include <incontro/store.h>
#include <incontro/synth.h>

#include <optional>
#include <vector>

#include "matching/reference.h"

namespace incontro::bench {

// The criterion that a broken requirement breaks.
Criterion criterion_of(Requirement requirement);

// That a CV was written for a vacancy; broken: with one requirement that it does not meet.
struct Written {
  std::size_t vacancy;
  std::optional<Requirement> broken;
};

// Records with known truth. The places in both lists are the document numbers of a home that got
// the vacancies and the CVs in their order.
struct TruthSize {
  std::size_t asked = 0;       // vacancies with CVs written for them: the first ones
  std::size_t vacancies = 0;   // all of them; at least `asked`
  std::size_t background = 0;  // CVs that nobody wrote for a vacancy
};
struct Truth {
  std::vector<ReferenceVacancy> vacancies;
  std::vector<ReferenceCv> cvs;
  std::vector<std::optional<Written>> written;  // by CV
  // By vacancy that is asked with: the CV that is tailored to it, and one whose fields meet all the
  // same but whose texts are plain; that one is not among the written ones.
  std::vector<std::size_t> intended, plain;
};
// The background are the generator's first CVs. Those for the vacancies stand anywhere among them:
// the intended one, each broken one of it that there can be, and the plain one.
Truth make_truth(const Generator& generator, const TruthSize& size);

}  // namespace incontro::bench
