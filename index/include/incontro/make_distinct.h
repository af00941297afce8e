#pragma once

#include <algorithm>
#include <vector>

namespace incontro {

// Ascending, each value once.
template <class T>
void make_distinct(std::vector<T>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace incontro
