#include "http/head_scan.h"

namespace incontro::server {

HeadScan::Verdict HeadScan::look(std::string_view bytes) {
  for (; end_ < bytes.size(); ++end_) {
    const char c = bytes[end_];
    const auto byte = static_cast<unsigned char>(c);
    if (after_return_ != (c == '\n')) return Verdict::bad;
    after_return_ = c == '\r';
    if (after_return_) continue;
    if (c != '\n') {
      if ((byte < 0x20 && c != '\t') || byte == 0x7F) return Verdict::bad;
      // A line that begins with a blank would go on with the one before.
      if (end_ == line_begin_ && (c == ' ' || c == '\t')) return Verdict::bad;
      continue;
    }
    const bool empty = end_ == line_begin_ + 1;
    line_begin_ = end_ + 1;
    if (!empty) {
      ++line_;
    } else if (line_ > 0) {
      ++end_;
      return Verdict::whole;
    } else {
      if (++empty_lines_ > most_empty_lines) return Verdict::bad;
      begin_ = line_begin_;
    }
  }
  return Verdict::more;
}

}  // namespace incontro::server
