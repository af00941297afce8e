#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace incontro::bench {

struct Load {
  std::string address = "127.0.0.1";
  unsigned short port = 0;
  std::vector<std::string> targets;  // asked in turn, from the first again at the end; not empty
  double rate = 0;                   // requests a second, above zero
  double warm_up_seconds = 0;        // asked at the same rate, but not counted
  double seconds = 0;
  std::size_t connections = 64;  // kept open; a request waits for a free one
};

struct LoadResult {
  // Milliseconds from the moment at which a request was due until its answer was there, so that a
  // server that stalls is charged with all who would have come meanwhile. Good answers only.
  std::vector<double> latencies;
  std::uint64_t errors = 0;      // no answer, or another than 200
  std::string first_error;       // empty: none
  double answering_seconds = 0;  // until the last answer was there
};

// Sends requests at a fixed rate from this thread, whatever the server does.
LoadResult run_open_loop(const Load& load);

}  // namespace incontro::bench
