#pragma once

#include <cstddef>
#include <string_view>

namespace incontro::server {

// Finds where the head of a request ends, byte by byte, and refuses at the first byte that two
// readers could take differently: a CR or LF alone, a control character, a folded line. So the
// verdict does not depend on the pieces in which the bytes come. Empty lines before the request
// line are passed over (RFC 9112, 2.2), a few.
class HeadScan {
 public:
  static constexpr std::size_t most_empty_lines = 4;

  enum class Verdict { more, whole, bad };

  // Looks at what is new since the last call; `bytes` begin where they began then.
  Verdict look(std::string_view bytes);

  std::size_t begin() const { return begin_; }  // of the request line
  std::size_t end() const { return end_; }      // after the empty line, once it is whole
  // The request line has ended.
  bool has_request_line() const { return line_ > 0; }

 private:
  std::size_t begin_ = 0, end_ = 0, empty_lines_ = 0;
  std::size_t line_ = 0;        // of the head, from 0
  std::size_t line_begin_ = 0;  // of the line that is being read
  bool after_return_ = false;
};

}  // namespace incontro::server
