#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace incontro {

inline constexpr std::size_t block_capacity = 65'536;  // documents: an offset fits 16 bits

// One bit a document of a block, as plain words: 8 KiB.
class BitSet {
 public:
  void set(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
  bool test(std::size_t i) const { return words_[i / 64] >> (i % 64) & 1; }
  // this and not other
  void subtract(const BitSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  }
  template <class F>
  void for_each(F&& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
        visit(
            static_cast<std::uint16_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
  }
  bool operator==(const BitSet&) const = default;

 private:
  std::array<std::uint64_t, block_capacity / 64> words_{};
};

}  // namespace incontro
