#include <incontro/assert.h>

#include <cstdio>
#include <cstdlib>

namespace incontro {

void assertion_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: a mistake of ours: %s does not hold\n", file, line, condition);
  std::abort();
}

}  // namespace incontro
