#pragma once

#include <incontro/live_day.h>

#include <cstdint>
#include <span>
#include <vector>

#include "eval/field_counts.h"
#include "eval/plan.h"

namespace incontro {

// Counts the facets of few hits, row by row. One thread at a time.
class RowCounter {
 public:
  // Adds to `counts`.
  RowCounter(const Plan& plan, FieldCounts& counts)
      : plan_(plan), counts_(counts), set_counts_(fields_of(plan.collection).size()) {}

  void add(const Block& block, const BlockDay& day, std::span<const std::uint16_t> offsets);
  void add(const Block& block, const BlockDay& day, std::span<const std::uint16_t> offsets,
           std::size_t field);

 private:
  // A field whose cells are counted as they are, or each as its root or as its set of the day.
  struct Tally {
    std::size_t field;
    std::uint32_t* counts;
    const CodeIndex* roots;
  };
  // A multiple field of which sets are counted, and what each of them holds.
  struct BySets {
    std::size_t field;
    const ValueSets* sets;
  };
  // A multiple field of which each document's values are counted.
  struct Values {
    std::size_t field;
    const std::uint32_t* start;
    const CodeIndex* values;
    std::uint32_t* counts;
  };
  void start(const Block& block, const BlockDay& day, std::size_t hits, std::size_t field);
  // Those of the block, or what is shown of them.
  const ValueSets& sets_of(const Block& block, std::size_t field) const;
  void count(const Block& block, std::span<const std::uint16_t> offsets);
  void finish(const Block& block, std::span<const std::uint16_t> offsets);
  void count_opened(const Block& block, std::span<const std::uint16_t> offsets, std::size_t field);

  const Plan& plan_;
  FieldCounts& counts_;
  // Of the block at hand.
  std::vector<Tally> flat_, trees_;
  std::vector<std::size_t> ages_;  // fields
  std::vector<BySets> by_sets_;
  std::vector<Values> by_values_;                       // those with more sets than there are hits
  std::vector<std::vector<std::uint32_t>> set_counts_;  // by field, by set
};

}  // namespace incontro
