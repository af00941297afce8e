#include "eval/set_operations.h"

#include <algorithm>

namespace incontro {
namespace {

// First place at or after `from` whose offset is not below `wanted`.
std::size_t gallop(std::span<const std::uint16_t> offsets, std::size_t from, std::uint16_t wanted) {
  std::size_t step = 1, high = from;
  while (high < offsets.size() && offsets[high] < wanted) {
    from = high + 1;
    high += step;
    step *= 2;
  }
  const auto begin = offsets.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(std::min(high, offsets.size()));
  return static_cast<std::size_t>(
      std::lower_bound(begin + static_cast<std::ptrdiff_t>(from), end, wanted) - begin);
}

void keep(std::vector<std::uint16_t>& offsets, const BitSet& bits) {
  std::size_t kept = 0;
  for (const std::uint16_t offset : offsets) {
    offsets[kept] = offset;
    kept += bits.test(offset);
  }
  offsets.resize(kept);
}

// From here on an offset is found sooner by steps than by marking all in a bit set.
constexpr std::size_t marks_per_offset = 16;

// Keeps those of the offsets that are in the set, or with `in` false those that are not.
void keep(std::vector<std::uint16_t>& offsets, const OffsetSet& set, bool in) {
  std::size_t kept = 0, place = 0;
  for (const std::uint16_t offset : offsets) {
    bool found;
    if (set.bits) {
      found = set.bits->test(offset);
    } else {
      place = gallop(set.offsets, place, offset);
      found = place < set.offsets.size() && set.offsets[place] == offset;
    }
    offsets[kept] = offset;
    kept += found == in;
  }
  offsets.resize(kept);
}

}  // namespace

void assign(const OffsetSet& set, Hits& hits) {
  hits.clear();
  hits.count = set.count;
  hits.dense = set.bits != nullptr;
  if (hits.dense)
    hits.bits = *set.bits;
  else
    hits.offsets.assign(set.offsets.begin(), set.offsets.end());
}

void unite(std::span<const OffsetSet> sets, Hits& united) {
  std::size_t most = 0;
  for (const OffsetSet& set : sets) most += set.bits ? dense_hits : set.count;
  united.clear();
  united.dense = most >= dense_hits;
  if (united.dense) {
    united.bits.clear();
    for (const OffsetSet& set : sets) unite(united.bits, set);
    united.count = united.bits.count();
    return;
  }
  std::vector<std::uint16_t>& offsets = united.offsets;
  for (const OffsetSet& set : sets) {
    const auto middle = static_cast<std::ptrdiff_t>(offsets.size());
    offsets.insert(offsets.end(), set.offsets.begin(), set.offsets.end());
    std::ranges::inplace_merge(offsets, offsets.begin() + middle);
  }
  offsets.erase(std::unique(offsets.begin(), offsets.end()), offsets.end());
  united.count = static_cast<std::uint32_t>(offsets.size());
}

void keep_common(std::vector<std::uint16_t>& offsets, const OffsetSet& set, BitSet& marked) {
  if (set.bits) return keep(offsets, *set.bits);
  if (set.count > marks_per_offset * offsets.size()) return keep(offsets, set, true);
  marked.clear();
  for (const std::uint16_t offset : set.offsets) marked.set(offset);
  keep(offsets, marked);
}

void narrow(Hits& hits, const OffsetSet& set, BitSet& marked) {
  if (!hits.dense) {
    keep_common(hits.offsets, set, marked);
  } else if (set.bits) {
    hits.bits.intersect(*set.bits);
  } else {
    hits.offsets.assign(set.offsets.begin(), set.offsets.end());
    keep(hits.offsets, hits.bits);
    hits.dense = false;
  }
  hits.settle();
}

void exclude(std::span<const OffsetSet> sets, Hits& hits) {
  for (const OffsetSet& set : sets) {
    if (!hits.dense)
      keep(hits.offsets, set, false);
    else if (set.bits)
      hits.bits.subtract(*set.bits);
    else
      for (const std::uint16_t offset : set.offsets) hits.bits.reset(offset);
  }
}

}  // namespace incontro
