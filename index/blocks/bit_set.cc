#include <incontro/bit_set.h>

#include <algorithm>
#include <cstring>

namespace incontro {
namespace {

using Word = std::uint64_t;

[[gnu::always_inline]] inline std::uint32_t count_words(const Word* a) {
  Word sum = 0;
  for (std::size_t i = 0; i < BitSet::words; ++i) sum += static_cast<Word>(std::popcount(a[i]));
  return static_cast<std::uint32_t>(sum);
}

[[gnu::always_inline]] inline std::uint32_t count_common_words(const Word* a, const Word* b) {
  Word sum = 0;
  for (std::size_t i = 0; i < BitSet::words; ++i)
    sum += static_cast<Word>(std::popcount(a[i] & b[i]));
  return static_cast<std::uint32_t>(sum);
}

// Sixty-four flags, bytes 0 or 1, as bits: a multiplication gathers eight of them into a byte.
[[gnu::always_inline]] inline Word gathered(const std::uint8_t* flags) {
  Word bits = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    Word eight;
    std::memcpy(&eight, flags + i * 8, 8);
    bits |= (eight * 0x0102040810204080u >> 56) << (i * 8);
  }
  return bits;
}

// Flags first, which compilers turn into vector code.
[[gnu::always_inline]] inline void where_words(const std::uint16_t* values, std::size_t whole_words,
                                               std::uint16_t low, std::uint16_t width, Word* out) {
  for (std::size_t w = 0; w < whole_words; ++w) {
    alignas(64) std::uint8_t flags[64];
    for (std::size_t i = 0; i < 64; ++i)
      flags[i] = static_cast<std::uint16_t>(values[w * 64 + i] - low) <= width;
    out[w] |= gathered(flags);
  }
}

// out = op(out, a), or op(out, a, b), word by word.
template <class Op, class... In>
[[gnu::always_inline]] inline void combine_words(Word* out, Op op, const In*... in) {
  for (std::size_t i = 0; i < BitSet::words; ++i) out[i] = op(out[i], in[i]...);
}

[[gnu::always_inline]] inline void add_up_words(Word* once, Word* twice, const Word* a) {
  for (std::size_t i = 0; i < BitSet::words; ++i) {
    twice[i] |= once[i] & a[i];
    once[i] |= a[i];
  }
}

constexpr auto word_and = [](Word out, Word a) { return out & a; };
constexpr auto word_and_not = [](Word out, Word a) { return out & ~a; };
constexpr auto word_or = [](Word out, Word a) { return out | a; };
constexpr auto word_or_difference = [](Word out, Word a, Word b) { return out | (a & ~b); };

// The same loops for several processors. Not target_clones: gcc 12 takes no set of features there,
// and sanitizers begin too late for it.
struct Kernels {
  std::uint32_t (*count)(const Word*);
  std::uint32_t (*count_common)(const Word*, const Word*);
  void (*where)(const std::uint16_t*, std::size_t, std::uint16_t, std::uint16_t, Word*);
  void (*intersect)(Word*, const Word*);
  void (*subtract)(Word*, const Word*);
  void (*unite)(Word*, const Word*);
  void (*unite_difference)(Word*, const Word*, const Word*);
  void (*add_up)(Word*, Word*, const Word*);
};

#define INCONTRO_KERNELS(name, target)                                                          \
  target std::uint32_t name##_count(const Word* a) { return count_words(a); }                   \
  target std::uint32_t name##_common(const Word* a, const Word* b) {                            \
    return count_common_words(a, b);                                                            \
  }                                                                                             \
  target void name##_where(const std::uint16_t* values, std::size_t whole, std::uint16_t low,   \
                           std::uint16_t width, Word* out) {                                    \
    where_words(values, whole, low, width, out);                                                \
  }                                                                                             \
  target void name##_and(Word* out, const Word* a) { combine_words(out, word_and, a); }         \
  target void name##_and_not(Word* out, const Word* a) { combine_words(out, word_and_not, a); } \
  target void name##_or(Word* out, const Word* a) { combine_words(out, word_or, a); }           \
  target void name##_or_difference(Word* out, const Word* a, const Word* b) {                   \
    combine_words(out, word_or_difference, a, b);                                               \
  }                                                                                             \
  target void name##_add_up(Word* once, Word* twice, const Word* a) {                           \
    add_up_words(once, twice, a);                                                               \
  }                                                                                             \
  constexpr Kernels name = {name##_count,   name##_common, name##_where,         name##_and,    \
                            name##_and_not, name##_or,     name##_or_difference, name##_add_up};

INCONTRO_KERNELS(plain, )

#if defined(__x86_64__)
#define INCONTRO_OPTIMIZE optimize("O3"),
#if defined(__clang__)
#undef INCONTRO_OPTIMIZE
#define INCONTRO_OPTIMIZE
#endif
INCONTRO_KERNELS(with_popcnt, __attribute__((INCONTRO_OPTIMIZE target("popcnt,ssse3"))))
INCONTRO_KERNELS(with_avx2, __attribute__((INCONTRO_OPTIMIZE target("avx2,popcnt"))))
INCONTRO_KERNELS(with_avx512,
                 __attribute__((INCONTRO_OPTIMIZE target(
                     "avx512f,avx512bw,avx512vl,avx512dq,avx512vpopcntdq,avx2,popcnt"))))
#endif

Kernels best_kernels() {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512vpopcntdq") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq"))
    return with_avx512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt")) return with_avx2;
  if (__builtin_cpu_supports("ssse3") && __builtin_cpu_supports("popcnt")) return with_popcnt;
#endif
  return plain;
}

const Kernels kernels = best_kernels();

}  // namespace

void BitSet::intersect(const BitSet& other) {
  kernels.intersect(words_.data(), other.words_.data());
}

void BitSet::keep_zeros(std::span<const std::uint8_t> bytes) {
  for (std::size_t w = 0; w < words; ++w) {
    const std::size_t size =
        bytes.size() > w * 64 ? std::min<std::size_t>(64, bytes.size() - w * 64) : 0;
    alignas(64) std::uint8_t flags[64] = {};
    for (std::size_t i = 0; i < size; ++i) flags[i] = bytes[w * 64 + i] == 0;
    words_[w] &= gathered(flags);
  }
}

void BitSet::subtract(const BitSet& other) { kernels.subtract(words_.data(), other.words_.data()); }

void BitSet::unite(const BitSet& other) { kernels.unite(words_.data(), other.words_.data()); }

void BitSet::unite_difference(const BitSet& a, const BitSet& b) {
  kernels.unite_difference(words_.data(), a.words_.data(), b.words_.data());
}

void BitSet::complement() {
  for (Word& word : words_) word = ~word;
}

void BitSet::add_up(const BitSet& other, BitSet& twice) {
  kernels.add_up(words_.data(), twice.words_.data(), other.words_.data());
}

std::uint32_t BitSet::count() const { return kernels.count(words_.data()); }

std::uint32_t count_common(const BitSet& a, const BitSet& b) {
  return kernels.count_common(a.words_.data(), b.words_.data());
}

void BitSet::set_where(std::span<const std::uint16_t> values, std::uint16_t low,
                       std::uint16_t high) {
  const auto width = static_cast<std::uint16_t>(high - low);
  const std::size_t whole = values.size() / 64;
  kernels.where(values.data(), whole, low, width, words_.data());
  for (std::size_t i = whole * 64; i < values.size(); ++i)
    if (static_cast<std::uint16_t>(values[i] - low) <= width) set(i);
}

}  // namespace incontro
