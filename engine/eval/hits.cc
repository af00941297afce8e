#include "eval/hits.h"

#include <algorithm>
#include <iterator>

namespace incontro {

void subtract(const Hits& hits, const Hits& part, Hits& rest) {
  rest.clear();
  rest.dense = hits.dense;
  if (!hits.dense) {
    std::ranges::set_difference(hits.offsets, part.offsets, std::back_inserter(rest.offsets));
  } else {
    rest.bits = hits.bits;
    if (part.dense)
      rest.bits.subtract(part.bits);
    else
      for (const std::uint16_t offset : part.offsets) rest.bits.reset(offset);
  }
  rest.settle();
}

void Hits::settle() {
  if (dense) {
    count = bits.count();
    if (count >= dense_hits) return;
    offsets.clear();
    bits.for_each([this](std::uint16_t offset) { offsets.push_back(offset); });
    dense = false;
  } else {
    count = static_cast<std::uint32_t>(offsets.size());
    if (count < dense_hits) return;
    bits.clear();
    for (const std::uint16_t offset : offsets) bits.set(offset);
    dense = true;
  }
}

}  // namespace incontro
