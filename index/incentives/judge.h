#pragma once

#include <optional>

#include "incentives/rules.h"

namespace incontro {

// Whom a rule is asked about: a person, an offer, or both. One of them is there.
struct Hiring {
  const Cv* cv = nullptr;
  const Vacancy* vacancy = nullptr;
};

// Nothing where the rule is not in force, or excluded by what is declared. `found`: where what is
// missing is wanted too.
std::optional<IncentiveStatus> judge(const Rule& rule, const Hiring& hiring, Date day,
                                     Incentive* found = nullptr);

// `day`, kept within the days on which a record is judged.
Date judged_day(const SystemData& system, Date day);

}  // namespace incontro
