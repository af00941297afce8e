#pragma once

#include <cstdint>

namespace incontro::bench {

// Bytes of this process in memory now, by the kernel's count (/proc/self/status).
struct ProcessMemory {
  std::uint64_t resident = 0;   // VmRSS
  std::uint64_t anonymous = 0;  // RssAnon: without mapped files
};

// Gives free memory of the allocator back first, so that two readings can be subtracted.
ProcessMemory process_memory();

}  // namespace incontro::bench
