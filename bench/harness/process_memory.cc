#include "harness/process_memory.h"

#include <malloc.h>

#include <fstream>
#include <string>

namespace incontro::bench {

ProcessMemory process_memory() {
  malloc_trim(0);
  ProcessMemory memory;
  std::ifstream status("/proc/self/status");
  for (std::string name; status >> name;) {
    std::uint64_t kilobytes = 0;
    if (name == "VmRSS:" && status >> kilobytes) memory.resident = kilobytes * 1'024;
    if (name == "RssAnon:" && status >> kilobytes) memory.anonymous = kilobytes * 1'024;
  }
  return memory;
}

}  // namespace incontro::bench
