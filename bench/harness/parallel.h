#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <future>
#include <thread>

namespace incontro::bench {

// Makes the pieces of [0, count) on all processors, `make(begin, end)`, and hands them to `take` in
// order on the calling thread. As many pieces as there are processors are in memory at a time.
template <class Make, class Take>
void in_order(std::size_t count, std::size_t piece, const Make& make, const Take& take) {
  using Piece = decltype(make(std::size_t{}, std::size_t{}));
  const std::size_t window = std::max(1u, std::thread::hardware_concurrency());
  std::deque<std::future<Piece>> pending;
  for (std::size_t begin = 0; begin < count || !pending.empty();) {
    if (begin < count && pending.size() < window) {
      const std::size_t end = std::min(begin + piece, count);
      pending.push_back(
          std::async(std::launch::async, [&make, begin, end] { return make(begin, end); }));
      begin = end;
      continue;
    }
    take(pending.front().get());
    pending.pop_front();
  }
}

}  // namespace incontro::bench
