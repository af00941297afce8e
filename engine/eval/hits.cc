#include "eval/hits.h"

namespace incontro {

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
