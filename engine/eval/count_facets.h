#pragma once

#include <incontro/live_day.h>

#include <cstdint>
#include <span>
#include <vector>

#include "eval/field_counts.h"
#include "eval/filter.h"
#include "eval/long_lists.h"
#include "eval/plan.h"
#include "eval/row_counter.h"

namespace incontro {

// Exact counts of the values of every field, gathered block by block: of the shown values, and of
// all below the roots that the plan opens; of long lists those of the most frequent values, 0 of
// others. One thread at a time.
class FacetCounts {
 public:
  explicit FacetCounts(const Plan& plan)
      : plan_(plan),
        fields_(fields_of(plan.collection)),
        counts_(plan.collection),
        rows_(plan, counts_),
        long_lists_(plan, counts_) {}

  // The hits of a block that pass all filters; those that fail only a field's own filter count for
  // that field too.
  void add(const Block& block, const LiveDay& day, const Hits& passed, const Filtering& filtering);
  // All live documents of a block, without any filter: known beforehand.
  void add_all(const Block& block, const LiveDay& day);
  // Call once, at the end.
  FieldCounts finish() &&;

 private:
  void add_hits(std::size_t field, const Block& block, const LiveDay& day, const BitSet& hits);
  // By value sets: the cost is that of the values.
  void add_shown(std::size_t field, const FieldValues& values, const BitSet& bits);
  void add_opened(std::size_t field, const Block& block, const FieldValues& values,
                  const BitSet& bits);
  void add_below(std::size_t field, const Block& block, CodeIndex branch,
                 const OffsetSet& documents, const BitSet& bits);

  const Plan& plan_;
  std::span<const Field> fields_;
  FieldCounts counts_;
  std::vector<std::uint32_t> set_counts_;
  RowCounter rows_;  // few hits: the cost is theirs
  LongLists long_lists_;
};

}  // namespace incontro
