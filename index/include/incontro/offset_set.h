#pragma once

#include <incontro/bit_set.h>

#include <algorithm>
#include <cstdint>
#include <span>

namespace incontro {

// Documents of a block: offsets ascending, or bits where they are many.
struct OffsetSet {
  std::uint32_t count = 0;
  std::span<const std::uint16_t> offsets;  // empty where there are bits
  const BitSet* bits = nullptr;

  template <class F>
  void for_each(F&& visit) const {
    if (bits)
      bits->for_each(visit);
    else
      for (const std::uint16_t offset : offsets) visit(offset);
  }
  bool contains(std::uint16_t offset) const {
    return bits ? bits->test(offset) : std::ranges::binary_search(offsets, offset);
  }
};

// How many of the set are in `bits`.
std::uint32_t count_in(const OffsetSet& set, const BitSet& bits);
void unite(BitSet& bits, const OffsetSet& set);  // bits or the set

}  // namespace incontro
