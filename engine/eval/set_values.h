#pragma once

#include <incontro/block.h>

#include <cstdint>
#include <span>

namespace incontro {

// visit(value) for each value that a document at one of the offsets has in a multiple field;
// `sets`: those of the block, or what is shown of them. Where nearly each document has a set of its
// own, all of it is far apart in memory, and is fetched for many documents at once: their rows,
// then where their sets begin, then the sets.
template <class F>
void for_each_value(const Block& block, std::size_t field, const ValueSets& sets,
                    std::span<const std::uint16_t> offsets, F&& visit) {
  constexpr std::size_t ahead = 8;
  const std::uint16_t* const cells = block.rows.cells.data() + field;
  const std::size_t width = block.rows.width;
  const auto cell = [&](std::size_t i) { return cells[offsets[i] * width]; };
  for (std::size_t i = 0; i < offsets.size() + 3 * ahead; ++i) {
    if (i < offsets.size()) __builtin_prefetch(cells + offsets[i] * width);
    if (const std::size_t k = i - ahead; i >= ahead && k < offsets.size())
      __builtin_prefetch(&sets.start[cell(k)]);
    if (const std::size_t k = i - 2 * ahead; i >= 2 * ahead && k < offsets.size())
      __builtin_prefetch(sets.values.data() + sets.start[cell(k)]);
    if (const std::size_t k = i - 3 * ahead; i >= 3 * ahead)
      for (const CodeIndex value : sets[cell(k)]) visit(value);
  }
}

}  // namespace incontro
