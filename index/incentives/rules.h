#pragma once

#include <optional>
#include <span>
#include <vector>

#include "incentives/condition.h"

namespace incontro {

// A row of Table::incentive, read.
struct Rule {
  CodeIndex row = no_code;
  std::optional<Date> from, to;
  std::vector<Condition> conditions;

  bool in_force(Date day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

// In the order of the table; read at first use.
std::span<const Rule> incentive_rules();

}  // namespace incontro
