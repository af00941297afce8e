#pragma once

#include <incontro/block.h>

#include <span>
#include <unordered_map>
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
  struct Hash {
    std::size_t operator()(const std::vector<CodeIndex>& values) const {
      std::uint64_t sum = 0xCBF29CE484222325u;  // FNV-1a
      for (const CodeIndex value : values) sum = (sum ^ value) * 0x100000001B3u;
      return sum;
    }
  };

  ValueSets& sets_;
  std::unordered_map<std::vector<CodeIndex>, std::uint16_t, Hash> numbers_;
};

}  // namespace incontro
