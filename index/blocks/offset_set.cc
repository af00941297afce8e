#include <incontro/offset_set.h>

namespace incontro {

std::uint32_t count_in(const OffsetSet& set, const BitSet& bits) {
  if (set.bits) return count_common(*set.bits, bits);
  std::uint32_t count = 0;
  for (const std::uint16_t offset : set.offsets) count += bits.test(offset);
  return count;
}

void unite(BitSet& bits, const OffsetSet& set) {
  if (set.bits) return bits.unite(*set.bits);
  for (const std::uint16_t offset : set.offsets) bits.set(offset);
}

}  // namespace incontro
