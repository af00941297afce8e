#pragma once

#include <incontro/block.h>

#include <span>
#include <unordered_map>
#include <vector>

namespace incontro {

// Gives each distinct set of values its number, in the order of first sight: the sets of a block
// depend on its documents alone.
template <class Value>
class SetPool {
 public:
  explicit SetPool(SetsOf<Value>& sets) : sets_(sets) { sets_.start.assign(1, 0); }

  std::uint16_t number(std::span<const Value> values) {
    const auto [place, added] =
        numbers_.try_emplace(std::vector<Value>(values.begin(), values.end()),
                             static_cast<std::uint16_t>(numbers_.size()));
    if (added) {
      sets_.values.insert(sets_.values.end(), values.begin(), values.end());
      sets_.start.push_back(static_cast<std::uint32_t>(sets_.values.size()));
    }
    return place->second;
  }

 private:
  struct Hash {
    static std::uint64_t bits(CodeIndex value) { return value; }
    static std::uint64_t bits(const DatedValue& value) {
      return value.value | std::uint64_t{value.from} << 16 | std::uint64_t{value.to} << 32;
    }
    std::size_t operator()(const std::vector<Value>& values) const {
      std::uint64_t sum = 0xCBF29CE484222325u;  // FNV-1a
      for (const Value& value : values) sum = (sum ^ bits(value)) * 0x100000001B3u;
      return sum;
    }
  };

  SetsOf<Value>& sets_;
  std::unordered_map<std::vector<Value>, std::uint16_t, Hash> numbers_;
};

}  // namespace incontro
