#pragma once

#include <optional>

#include "percolate/percolator.h"

namespace incontro {

// What becomes of a notice that waits in the outbox, on a day.
enum class Telling { now, later, never };

// Nothing is told that cannot be opened on the day: what is scheduled waits for its first day; what
// was closed or has expired is never told (but to searches that ask for what has expired). A record
// that was superseded meanwhile is told of as the one that stands in its place, which becomes the
// notice's record.
Result<Telling> telling_of(Notice& notice, const Surroundings& around);

}  // namespace incontro
