#include <incontro/deadline.h>

#include <algorithm>

namespace incontro {
namespace {

thread_local Deadline::Clock::time_point end_of_thread = Deadline::Clock::time_point::max();

}  // namespace

Deadline::Deadline(Clock::time_point end) : outer_(end_of_thread) {
  end_of_thread = std::min(outer_, end);
}

Deadline::~Deadline() { end_of_thread = outer_; }

Done in_time() {
  if (end_of_thread == Deadline::Clock::time_point::max()) return ok;
  if (Deadline::Clock::now() < end_of_thread) return ok;
  return Error{Code::busy, "the request took too long to compute"};
}

}  // namespace incontro
