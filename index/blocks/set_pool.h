#pragma once

#include <incontro/block.h>

#include <map>
#include <span>
#include <vector>

namespace incontro {

// Gives each distinct set of values its number, in the order of first sight: the sets of a block
// depend on its documents alone.
class SetPool {
 public:
  explicit SetPool(ValueSets& sets) : sets_(sets) { sets_.start.assign(1, 0); }

  std::uint16_t number(std::span<const CodeIndex> values) {
    const auto [place, added] =
        numbers_.try_emplace(std::vector<CodeIndex>(values.begin(), values.end()),
                             static_cast<std::uint16_t>(numbers_.size()));
    if (added) {
      sets_.values.insert(sets_.values.end(), values.begin(), values.end());
      sets_.start.push_back(static_cast<std::uint32_t>(sets_.values.size()));
    }
    return place->second;
  }

 private:
  ValueSets& sets_;
  std::map<std::vector<CodeIndex>, std::uint16_t> numbers_;
};

}  // namespace incontro
