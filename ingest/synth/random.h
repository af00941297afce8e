#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace incontro {

// SplitMix64 (Steele, Lea, Flood, 2014): whole numbers only, so the same on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
  }
  // In [0, bound). The bias of a 32-bit multiply is below one in a million here.
  std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>((next() >> 32) * bound >> 32);
  }
  std::uint32_t between(std::uint32_t low, std::uint32_t high) {  // both included
    return low + below(high - low + 1);
  }
  bool chance(std::uint32_t percent) { return below(100) < percent; }

  template <class T>
  const T& pick(const std::vector<T>& values) {
    return values[below(static_cast<std::uint32_t>(values.size()))];
  }
  // The first are picked more often: the smallest of two draws.
  template <class T>
  const T& pick_early(const std::vector<T>& values) {
    const auto size = static_cast<std::uint32_t>(values.size());
    return values[std::min(below(size), below(size))];
  }
  // Zipf-like rank in [0, 2^32): each doubling of the rank is as likely as the last.
  std::uint32_t long_tail(std::uint32_t bits) {
    const std::uint32_t width = below(bits + 1);
    return below(std::uint32_t{1} << width);
  }

 private:
  std::uint64_t state_;
};

// Picks places of a list by their weights.
class Weighted {
 public:
  void add(std::uint32_t weight) { sums_.push_back((sums_.empty() ? 0 : sums_.back()) + weight); }
  std::size_t pick(Random& random) const {
    const std::uint32_t drawn = random.below(sums_.back());
    return static_cast<std::size_t>(std::ranges::upper_bound(sums_, drawn) - sums_.begin());
  }
  bool empty() const { return sums_.empty(); }

 private:
  std::vector<std::uint32_t> sums_;
};

}  // namespace incontro
