#pragma once

#include <incontro/engine.h>

#include <cstddef>

#include "matching/truth.h"

namespace incontro::bench {

// What is promised of results, and of how many it is not so: judged from the records alone.
struct Promise {
  std::size_t shown = 0, broken = 0;
};

// Of the vacancies that are asked with, and of the CVs tailored to them.
struct Promises {
  static constexpr std::size_t first = 3;
  static constexpr unsigned radius_km = 30;

  struct Asked {
    Promise profession;  // the first three want, or offer, a profession of the class that is asked
    Promise radius;      // all live within the radius of the work, where that is a must
    std::size_t trips = 0;  // of those who do not: accept trips
  };
  Asked by_vacancies, by_cvs;
};
Result<Promises> promises_of(const Engine& engine, const Truth& truth);

}  // namespace incontro::bench
