#pragma once

#include <incontro/snapshot.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "percolate/conditions.h"

namespace incontro {

// How many documents of a collection have each value of each field, of trees the nodes above too.
// Made in a millisecond a field and million of documents.
struct ValueTotals {
  ValueTotals() = default;
  ValueTotals(Collection collection, const CollectionSnapshot& snapshot);

  std::uint64_t documents = 0;
  std::vector<std::vector<std::uint64_t>> counts;  // by field, by value; nothing: not counted
};

// Which share of a collection's documents has what a query asks for: what it is best woken by.
// Estimates, from 0 upwards; they decide what a query costs, not what it finds.
class Rarities {
 public:
  // Both must outlive it. The totals may be of an earlier snapshot.
  Rarities(const ValueTotals& totals, const CollectionSnapshot& snapshot)
      : totals_(totals), snapshot_(snapshot) {}

  // Not of a NearCondition: see of_values().
  double of(const Condition& condition, const Dictionary& terms, const Dictionary& words) const;
  double of_term(std::string_view term) const;
  double of_word(std::string_view word) const;
  // Of the values of a field that are set.
  double of_values(std::size_t field, const std::vector<bool>& values) const;

 private:
  double of_prefix(std::string_view prefix) const;
  double of_value(std::size_t field, CodeIndex value) const;

  const ValueTotals& totals_;
  const CollectionSnapshot& snapshot_;
};

}  // namespace incontro
