#pragma once

#include <time.h>

namespace incontro::bench {

// Processor time of the calling thread, in microseconds: on a machine that is shared, it tells the
// work of a call from those who wait beside it.
inline double processor_us() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

}  // namespace incontro::bench
