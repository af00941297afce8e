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

  std::size_t header_bytes = 16 * 1024;  // request line and fields, empty lines before them too
  std::size_t body_bytes = 64 * 1024;    // forms are the only bodies there are
};

inline constexpr std::size_t most_fields = 100;
// Twice what any link of ours takes (most_address_bytes), so that every link made is one that is
// taken; RFC 9112 asks for 8,000 at least.
inline constexpr std::size_t most_target_bytes = 8'192;
inline constexpr std::size_t most_address_bytes = 4'096;  // of a page's own address
inline constexpr std::size_t most_parameters = 100;       // of a query or a form

}  // namespace incontro::server
