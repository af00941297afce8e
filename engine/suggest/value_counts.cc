#include "suggest/value_counts.h"

#include <incontro/assert.h>

#include <utility>

namespace incontro {

ValueCounts::ValueCounts(Collection collection, std::size_t field)
    : field_(fields_of(collection)[field]), place_(field), counts_(field_.domain->size(), 0) {}

void ValueCounts::add(const Block& block, const BitSet& documents) {
  INCONTRO_ASSERT(!field_.dated());  // blocks hold such values by days, in no cells
  if (!field_.multiple) {
    documents.for_each([&](std::uint16_t offset) { ++counts_[block.rows.at(offset, place_)]; });
    return;
  }
  const ValueSets& sets = block.sets[place_];
  std::vector<std::uint32_t> by_set(sets.size(), 0);
  documents.for_each([&](std::uint16_t offset) { ++by_set[block.rows.at(offset, place_)]; });
  for (std::size_t set = 0; set < sets.size(); ++set)
    for (const CodeIndex value : sets[set]) counts_[value] += by_set[set];
}

std::vector<std::uint64_t> ValueCounts::finish() && {
  // Rows are in tree order: a node comes before all below it. Sets hold the nodes above already.
  if (!field_.multiple && field_.kind == FieldKind::tree)
    for (std::size_t value = counts_.size(); value-- > 0;)
      if (const CodeIndex parent = field_.domain->parent(static_cast<CodeIndex>(value));
          parent != no_code)
        counts_[parent] += counts_[value];
  return std::move(counts_);
}

}  // namespace incontro
