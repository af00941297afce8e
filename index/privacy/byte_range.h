#pragma once

#include <cstddef>

namespace incontro {

struct ByteRange {
  std::size_t begin, end;  // half-open
};

}  // namespace incontro
