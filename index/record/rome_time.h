#pragma once

#include <incontro/date.h>

namespace incontro {

// The civil time of Europe/Rome at an instant of universal time, by the rule in force since 1996;
// needs no time zone files.
Timestamp rome_time(std::chrono::sys_seconds utc);

}  // namespace incontro
