#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>

namespace incontro {

// Numbers distinct keys in the order in which they come.
class Numbers {
 public:
  // The second: whether it is a new one.
  std::pair<std::uint32_t, bool> of(std::uint64_t key) {
    const auto [place, added] =
        numbers_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size()));
    return {place->second, added};
  }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
};

}  // namespace incontro
