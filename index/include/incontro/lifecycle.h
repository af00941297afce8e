#pragma once

#include <incontro/record.h>

namespace incontro {

// "comunque decorsi sessanta giorni dalla data di inserimento o di ultima modifica": the portal's
// rule of 2012. Regions differ (180, 365), so it is configuration of the home.
inline constexpr int default_validity_days = 60;

enum class State : std::uint8_t {
  scheduled,  // its publication day is still to come
  active,     // Attivo, Attiva: found by every search
  expired,    // Scaduto: found only when asked for
  withdrawn,  // Annullato: superseded or closed; no longer found
};

// First and last day on which a published record is active, both included.
struct Validity {
  Date first, last;
};

// last = the earlier of `expires` and first + validity_days; an update is a communication of its
// own, with its own insertion day, and so starts the days anew.
Validity validity_of(const SystemData& system, int validity_days);
// State of a record that nobody has withdrawn.
State state_on(const Validity& validity, Date today);

}  // namespace incontro
