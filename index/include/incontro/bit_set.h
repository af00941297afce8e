#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace incontro {

inline constexpr std::size_t block_capacity = 65'536;  // documents: an offset fits 16 bits

// One bit a document of a block, as plain words: 8 KiB. What runs over all words is compiled for
// several processors and chosen when the program starts.
class BitSet {
 public:
  static constexpr std::size_t words = block_capacity / 64;

  void set(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
  void reset(std::size_t i) { words_[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }
  bool test(std::size_t i) const { return words_[i / 64] >> (i % 64) & 1; }
  std::uint64_t word(std::size_t w) const { return words_[w]; }
  void clear() { words_ = {}; }

  void intersect(const BitSet& other);                      // this and other
  void subtract(const BitSet& other);                       // this and not other
  void unite(const BitSet& other);                          // this or other
  void unite_difference(const BitSet& a, const BitSet& b);  // this or (a and not b)
  void complement();                                        // not this
  // Counts up to two: what is in this and in `other` is added to `twice`, then `other` to this.
  void add_up(const BitSet& other, BitSet& twice);
  // Bit i stays where bytes[i] is 0; those beyond the bytes are reset.
  void keep_zeros(std::span<const std::uint8_t> bytes);
  std::uint32_t count() const;
  friend std::uint32_t count_common(const BitSet& a, const BitSet& b);
  // Sets bit i for each value[i] in [low, high]; bits that are set stay.
  void set_where(std::span<const std::uint16_t> values, std::uint16_t low, std::uint16_t high);

  template <class F>
  void for_each(F&& visit) const {
    for (std::size_t w = 0; w < words; ++w) for_each_of(w, words_[w], visit);
  }
  template <class F>
  friend void for_each_in_both(const BitSet& a, const BitSet& b, F&& visit) {
    for (std::size_t w = 0; w < words; ++w) for_each_of(w, a.words_[w] & b.words_[w], visit);
  }
  bool operator==(const BitSet&) const = default;

 private:
  template <class F>
  static void for_each_of(std::size_t w, std::uint64_t word, F& visit) {
    for (; word != 0; word &= word - 1)
      visit(static_cast<std::uint16_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(word))));
  }

  alignas(64) std::array<std::uint64_t, words> words_{};
};

std::uint32_t count_common(const BitSet& a, const BitSet& b);

}  // namespace incontro
