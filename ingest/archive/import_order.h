#pragma once

#include <incontro/record.h>

#include <cstddef>
#include <string>
#include <vector>

namespace incontro {

// What the order of storing needs to know of one record.
struct OrderedRecord {
  RecordCode code;
  std::string predecessor;  // empty: none
};

struct ImportOrder {
  std::vector<std::size_t> order;  // each record after its predecessor, else as given
  std::vector<std::size_t> stuck;  // in a circle of predecessors, or after one; ascending
};

// REQUIRES: no code occurs twice in a collection.
ImportOrder import_order(const std::vector<OrderedRecord>& records);

}  // namespace incontro
