#pragma once

#include <incontro/postings.h>

#include <cstdint>
#include <vector>

namespace incontro {

// Documents of one block on their way through a query: few as ascending offsets, many as bits. Kept
// between blocks and queries, so that evaluation allocates nothing once warm.
struct Hits {
  std::uint32_t count = 0;
  bool dense = false;
  std::vector<std::uint16_t> offsets;  // unless dense
  BitSet bits;                         // where dense; else unspecified

  OffsetSet set() const {
    if (dense) return {count, {}, &bits};
    return {count, offsets, nullptr};
  }
  template <class F>
  void for_each(F&& visit) const {
    set().for_each(visit);
  }

  void clear() {
    count = 0;
    dense = false;
    offsets.clear();
  }
  // After a change of the offsets or of the bits: counts, and takes the form that fits the number.
  void settle();
};

// What of `hits` is not in `part`. REQUIRES: all of `part` is in `hits`.
void subtract(const Hits& hits, const Hits& part, Hits& rest);

// From here on bits are the faster form: the facets of a block cost some 20 microseconds by its
// value sets, whatever the hits, and some 20 nanoseconds a hit by its rows.
inline constexpr std::uint32_t dense_hits = 1'024;

}  // namespace incontro
