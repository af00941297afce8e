#pragma once

#include <incontro/offset_set.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace incontro {

// The documents of a block that have a value, for each value of a column: so whole sets of them are
// united where else every cell would be looked at. Immutable; any thread.
class CellDocuments {
 public:
  struct Cell {
    std::uint32_t value;
    std::uint16_t offset;  // of the document
  };

  CellDocuments() = default;
  // REQUIRES: ascending offsets.
  explicit CellDocuments(std::span<const Cell> cells);

  // Distinct, in the order in which they come.
  std::span<const std::uint32_t> values() const { return values_; }
  OffsetSet documents(std::size_t i) const;  // of values()[i]
  std::size_t bytes() const;

 private:
  std::vector<std::uint32_t> values_, counts_;
  std::vector<std::uint32_t> places_;  // in bits_ where there are many, else in offsets_
  std::vector<std::uint16_t> offsets_;
  std::vector<BitSet> bits_;
};

}  // namespace incontro
