#pragma once

namespace incontro {

// Says on standard error what did not hold and where, and ends the process.
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

}  // namespace incontro

// A mistake of ours, checked in every build: what it guards is an index into memory more often than
// not. Never reachable by input. The standard's assert is left to libraries, whose asserts the
// shipped build switches off (NDEBUG): some of them can be reached by bytes from outside.
#define INCONTRO_ASSERT(condition) \
  ((condition) ? void(0) : ::incontro::assertion_failed(#condition, __FILE__, __LINE__))
