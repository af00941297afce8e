#pragma once

#include <incontro/offset_set.h>
#include <incontro/vocabulary.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace incontro {

// From here on bits take less room than 16-bit offsets.
inline constexpr std::uint32_t dense_postings = block_capacity / 16;

struct DenseOffsets {
  BitSet bits;
  std::array<std::uint16_t, BitSet::words> rank;  // documents before the word
  std::array<std::uint8_t, BitSet::words> peak;  // largest impact of the word's 64, in steps of 256

  std::size_t rank_of(std::uint16_t offset) const {
    const std::uint64_t below = (std::uint64_t{1} << (offset % 64)) - 1;
    return rank[offset / 64] +
           static_cast<std::size_t>(std::popcount(bits.word(offset / 64) & below));
  }
};

// The documents of one term, and its weight in each: with the document's length it makes the impact
// (impact.h). A byte instead of the impact's two; the division is cheap beside the memory that is
// not read.
struct PostingList {
  OffsetSet documents;
  const DenseOffsets* dense = nullptr;  // where documents.bits
  std::span<const std::uint8_t> weights;

  // Where the document's weight stands. REQUIRES: it has the term.
  std::size_t place_of(std::uint16_t offset) const {
    if (dense) return dense->rank_of(offset);
    return static_cast<std::size_t>(std::ranges::lower_bound(documents.offsets, offset) -
                                    documents.offsets.begin());
  }
};

// All postings of a block. Terms are sorted bytewise; before the stems stand whole names (names.h).
struct Postings {
  Vocabulary terms;
  std::vector<std::uint32_t> start;  // terms + 1 places in weights
  std::vector<std::uint32_t> place;  // by term: its place in offsets, or in dense
  std::vector<std::uint16_t> offsets;
  std::vector<DenseOffsets> dense;
  std::vector<std::uint8_t> weights;

  PostingList list(std::size_t term) const;
  std::uint32_t count(std::size_t term) const { return start[term + 1] - start[term]; }
  // An empty list when the term does not occur.
  PostingList find(std::string_view term, std::uint64_t hash) const;
  PostingList find(std::string_view term) const { return find(term, Vocabulary::hash(term)); }
  std::size_t bytes() const;
  bool operator==(const Postings& other) const;
};

// Takes the terms in order, and of each its documents in order.
class PostingsBuilder {
 public:
  // `lengths`: of the documents, by offset.
  explicit PostingsBuilder(std::span<const std::uint16_t> lengths) : lengths_(lengths) {}

  void posting(std::uint16_t offset, std::uint8_t weight) {
    current_.push_back(offset);
    out_.weights.push_back(weight);
  }
  // Ends the list of this term; a term without postings is passed over.
  void term(std::string_view term);
  Postings finish() &&;

 private:
  void add_dense();

  std::span<const std::uint16_t> lengths_;
  Postings out_;
  VocabularyBuilder terms_;
  std::vector<std::uint16_t> current_;
};

}  // namespace incontro
