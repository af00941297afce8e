#pragma once

#include <incontro/result.h>

#include <string_view>

#include "store/keys.h"
#include "store/kv.h"

namespace incontro {

// A number of the family meta that may not be there yet: then 0.
template <class Number>
Result<Number> counter(const Kv& kv, std::string_view key) {
  const auto bytes = kv.get(Family::meta, key);
  if (!bytes) {
    if (bytes.error().code == Code::not_found) return Number{0};
    return bytes.error();
  }
  const auto number = from_big_endian<Number>(*bytes);
  if (!number) return Error{Code::corrupt, "a damaged number in meta"};
  return *number;
}

}  // namespace incontro
