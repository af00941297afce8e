// What a vacancy declares.

#include <algorithm>
#include <limits>
#include <string_view>

#include "incentives/condition.h"

namespace incontro {
namespace {

Verdict contract(const Condition& condition, const Vacancy& vacancy) {
  return condition.of_code(vacancy.contract.value);
}

// Of the other modes (shifts, nights, weekends) none says how many hours they make.
Verdict full_time(const Condition& condition, const Vacancy& vacancy) {
  if (vacancy.mode.value == "FT") return condition.of_code("SI");
  if (vacancy.mode.value == "PT") return condition.of_code("NO");
  return Verdict::unknown;
}

// The classes of Table::employer_size: what holds at both ends holds for all between.
Verdict employees(const Condition& condition, const Vacancy& vacancy) {
  static constexpr struct {
    std::string_view code;
    int least, most;
  } sizes[] = {
      {"01", 0, 5},
      {"02", 6, 19},
      {"03", 20, 49},
      {"04", 50, 249},
      {"05", 250, std::numeric_limits<int>::max()},
  };
  for (const auto& size : sizes) {
    if (size.code != vacancy.employer.size.value) continue;
    const Verdict least = condition.of_number(size.least);
    return least == condition.of_number(size.most) ? least : Verdict::unknown;
  }
  return Verdict::unknown;
}

Verdict workplace(const Condition& condition, const Vacancy& vacancy) {
  return of_region(condition, vacancy.workplace);
}

constexpr OfferFact facts[] = {
    {"contract", contract},
    {"full-time", full_time},
    {"employees", employees},
    {"workplace", workplace},
};

}  // namespace

const OfferFact* find_offer_fact(std::string_view name) {
  const auto fact = std::ranges::find(facts, name, &OfferFact::name);
  return fact == std::end(facts) ? nullptr : fact;
}

}  // namespace incontro
