#pragma once

#include <incontro/block.h>
#include <incontro/fields.h>

#include <cstdint>
#include <vector>

namespace incontro {

// How many documents have each value of a field, of a tree the nodes above included. Goes through
// the cells of all documents, a millisecond a million, where facets count what a page shows.
class ValueCounts {
 public:
  ValueCounts(Collection collection, std::size_t field);

  void add(const Block& block, const BitSet& documents);
  std::vector<std::uint64_t> finish() &&;  // by value of the domain

 private:
  const Field& field_;
  const std::size_t place_;
  std::vector<std::uint64_t> counts_;
};

}  // namespace incontro
