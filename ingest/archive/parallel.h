#pragma once

#include <cstddef>
#include <functional>

namespace incontro {

// Calls work(worker, i) once for each i below `count`, on `workers` threads numbered from 0, and
// waits for all. Meanwhile `watch`, when given, is called now and then on the calling thread with
// the number done. REQUIRES: workers > 0.
void run_parallel(unsigned workers, std::size_t count,
                  const std::function<void(unsigned worker, std::size_t i)>& work,
                  const std::function<void(std::size_t done)>& watch = {});

}  // namespace incontro
