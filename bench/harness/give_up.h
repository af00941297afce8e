#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace incontro::bench {

// A benchmark that cannot do its work says why and ends: there is nobody to hand an error to.
template <class... Parts>
[[noreturn]] void give_up(fmt::format_string<Parts...> text, Parts&&... parts) {
  fmt::print(stderr, "error: {}\n", fmt::format(text, std::forward<Parts>(parts)...));
  std::fflush(nullptr);
  std::_Exit(1);  // other threads may still be at work: no destructors
}

}  // namespace incontro::bench
