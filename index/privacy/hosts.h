#pragma once

#include <string_view>
#include <vector>

#include "privacy/byte_range.h"

namespace incontro {

// Where names of hosts stand in a word without spaces, each with the path behind it: b.it,
// (linkedin.com/in/a). Not: tools and shops that are named without a path (asp.net, booking.com), a
// full stop without a space (cucina.Dal 2010).
std::vector<ByteRange> hosts_in(std::string_view word);

}  // namespace incontro
