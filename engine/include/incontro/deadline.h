#pragma once

#include <incontro/result.h>

#include <chrono>

namespace incontro {

// Until when the engine may compute for this thread: set by whoever answers strangers, around the
// calls that are to be cut off. It is the thread's and not a member of each query, so that all that
// one request asks for (a search, its corrections, what to drop) shares one deadline. Scopes nest:
// the earlier end holds.
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Deadline(Clock::time_point end);
  ~Deadline();
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;

 private:
  const Clock::time_point outer_;
};

// busy: the thread's deadline has passed. Looked at between blocks and records, so that a call ends
// some tens of milliseconds after it at most.
Done in_time();

}  // namespace incontro
