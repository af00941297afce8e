#pragma once

#include <incontro/match.h>
#include <incontro/profile.h>

#include <algorithm>
#include <cstdint>

// Under which conditions a person works and a job is offered, and how new a record is.
namespace incontro {

// Contracts and working modes: full where the wanted job names none or the one offered, else 0.
inline Units accepts_score(std::uint8_t accepted, std::uint8_t offered) {
  return accepted == 0 || (accepted & offered) != 0 ? full_units : 0;
}

// What a vacancy asks to be ready for: transfers, means of transport.
inline constexpr Units unstated_readiness = 5'000;
inline Units readiness_score(Stated ready) {
  if (ready == Stated::unstated) return unstated_readiness;
  return ready == Stated::yes ? full_units : 0;
}

// The share of the lowest salary wished that is offered. REQUIRES: wished > 0.
inline Units salary_score(std::uint32_t offered, std::uint32_t wished) {
  return static_cast<Units>(
      std::min<std::uint64_t>(full_units, std::uint64_t{full_units} * offered / wished));
}

// Full in a record's first week, then falling evenly to 0 at sixty days, for which a record
// without a date of expiry is shown (lifecycle.h).
inline constexpr int fresh_days = 7, stale_days = 60;
inline Units freshness_score(int age_days) {
  const int left = stale_days - std::clamp(age_days, fresh_days, stale_days);
  return full_units * static_cast<Units>(left) / (stale_days - fresh_days);
}

}  // namespace incontro
