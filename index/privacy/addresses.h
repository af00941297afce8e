#pragma once

#include <string_view>
#include <vector>

#include "privacy/byte_range.h"

namespace incontro {

// Adds where a text names mailboxes and sites: as they are (a@b.it, http://..., www.b.it, b.it,
// linkedin.com/in/a) and as people write them for people (a chiocciola b punto it, a [at] b [dot]
// it, a @ b . it). Names of tools and shops (ASP.NET, booking.com) are none without a path.
void find_addresses(std::string_view text, std::vector<ByteRange>& found);

}  // namespace incontro
