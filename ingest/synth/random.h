#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace incontro {

// SplitMix64 (Steele, Lea, Flood, 2014): whole numbers only, so the same on every machine. Callers
// draw in statements of their own, because the order of function arguments is the compiler's.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  // A stream of its own for each pair of numbers.
  Random(std::uint64_t seed, std::uint64_t stream) : state_(seed) {
    state_ = next() + stream * 0xD1B54A32D192ED03u;
    state_ = next();
  }

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
  }
  // In [0, bound). REQUIRES: bound > 0. The bias of a 32-bit multiply does not matter here.
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
  // Zipf-like rank in [0, 2^bits): each doubling of the rank is as likely as the last.
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
  // Weights 1/(offset+1), 1/(offset+2), ...: Zipf's law, flattened at its head by the offset.
  static Weighted zipf(std::size_t count, std::uint32_t offset) {
    Weighted weights;
    for (std::size_t i = 0; i < count; ++i)
      weights.add(static_cast<std::uint32_t>((std::uint64_t{1} << 24) / (offset + i + 1)));
    return weights;
  }
  // REQUIRES: the sum of all weights stays below 2^32.
  void add(std::uint32_t weight) { sums_.push_back((sums_.empty() ? 0 : sums_.back()) + weight); }
  // REQUIRES: a weight above zero.
  std::size_t pick(Random& random) const {
    const std::uint32_t drawn = random.below(sums_.back());
    return static_cast<std::size_t>(std::upper_bound(sums_.begin(), sums_.end(), drawn) -
                                    sums_.begin());
  }
  bool empty() const { return sums_.empty(); }

 private:
  std::vector<std::uint32_t> sums_;
};

// A list whose first entries are drawn more often.
template <class T>
struct Ranked {
  std::vector<T> values;
  Weighted weights;

  const T& pick(Random& random) const { return values[weights.pick(random)]; }
  bool empty() const { return values.empty(); }
  void rank(std::uint32_t offset) { weights = Weighted::zipf(values.size(), offset); }
};

}  // namespace incontro
