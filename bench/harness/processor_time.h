#pragma once

#include <time.h>

namespace incontro::bench {

// Microseconds of the calling thread: on a machine that is shared, they tell a call that runs on
// one thread from those who wait beside it.
inline double processor_us() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

}  // namespace incontro::bench
