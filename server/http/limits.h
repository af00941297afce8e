#pragma once

#include <chrono>
#include <cstddef>

namespace incontro::server {

// What a client may cost. The figures are those of the project's security notes; tests make the
// times shorter.
struct Limits {
  std::chrono::milliseconds idle{15'000};    // between requests on an open connection
  std::chrono::milliseconds header{10'000};  // from the first byte of a request to its empty line
  std::chrono::milliseconds body{10'000};    // for a body, plus the time of `body_bytes_per_second`
  std::size_t body_bytes_per_second = 1'000;
  std::chrono::milliseconds write{30'000};  // for a whole response
  std::chrono::milliseconds linger{1'000};  // for what a refused client still sends
  std::size_t linger_bytes = 256 * 1024;

  std::size_t header_bytes = 16 * 1024;  // request line and fields
  std::size_t body_bytes = 64 * 1024;    // forms are the only bodies there are
};

inline constexpr std::size_t most_fields = 100;
inline constexpr std::size_t most_target_bytes = 2'048;
inline constexpr std::size_t most_parameters = 100;  // of a query or a form

}  // namespace incontro::server
