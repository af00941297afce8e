#include <incontro/lifecycle.h>

#include <algorithm>

namespace incontro {

Validity validity_of(const SystemData& system, int validity_days) {
  const Date first = date_of(system.inserted);
  const Date end = first + std::chrono::days(validity_days);
  return {first, system.expires ? std::min(*system.expires, end) : end};
}

State state_on(const Validity& validity, Date today) {
  if (today < validity.first) return State::scheduled;
  return today <= validity.last ? State::active : State::expired;
}

}  // namespace incontro
