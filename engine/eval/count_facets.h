#pragma once

#include <incontro/block.h>
#include <incontro/fields.h>

#include <cstdint>
#include <span>
#include <vector>

#include "eval/filter.h"
#include "eval/plan.h"

namespace incontro {

// Exact counts of every value of every field, gathered block by block.
class FacetCounts {
 public:
  explicit FacetCounts(Collection collection);

  void add(const Block& block, const Plan& plan, const Filtered& filtered);
  // By field, by value of its domain; nodes of trees count their descendants. Call once, at the
  // end.
  std::vector<std::vector<std::uint64_t>> finish() &&;

 private:
  void add_offsets(std::size_t field, const Block& block, Day today,
                   std::span<const std::uint16_t> offsets);
  void expand_sets(std::size_t field, const Column& column);

  std::span<const Field> fields_;
  std::vector<std::vector<std::uint64_t>> counts_;
  std::vector<std::uint32_t> set_counts_;  // of the field and block at hand
};

}  // namespace incontro
