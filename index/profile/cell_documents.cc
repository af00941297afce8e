#include <incontro/cell_documents.h>

#include <utility>

#include "profile/numbers.h"

namespace incontro {
namespace {

// From here on bits are united faster than offsets, though they take more room.
constexpr std::uint32_t dense_cells = block_capacity / 64;

}  // namespace

CellDocuments::CellDocuments(std::span<const Cell> cells) {
  Numbers numbers;
  std::vector<std::uint32_t> number_of;
  number_of.reserve(cells.size());
  for (const Cell& cell : cells) {
    const auto [number, added] = numbers.of(cell.value);
    if (added) {
      values_.push_back(cell.value);
      counts_.push_back(0);
    }
    ++counts_[number];
    number_of.push_back(number);
  }
  std::uint32_t offsets = 0, bits = 0;
  for (const std::uint32_t count : counts_)
    places_.push_back(count >= dense_cells ? bits++ : std::exchange(offsets, offsets + count));
  offsets_.resize(offsets);
  bits_.resize(bits);
  std::vector<std::uint32_t> next = places_;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::uint32_t number = number_of[i];
    if (counts_[number] >= dense_cells)
      bits_[places_[number]].set(cells[i].offset);
    else
      offsets_[next[number]++] = cells[i].offset;
  }
}

OffsetSet CellDocuments::documents(std::size_t i) const {
  if (counts_[i] >= dense_cells) return {counts_[i], {}, &bits_[places_[i]]};
  return {counts_[i], std::span(offsets_).subspan(places_[i], counts_[i]), nullptr};
}

std::size_t CellDocuments::bytes() const {
  return 12 * values_.size() + 2 * offsets_.size() + sizeof(BitSet) * bits_.size();
}

}  // namespace incontro
