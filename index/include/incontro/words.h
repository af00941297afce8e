#pragma once

#include <incontro/array.h>
#include <incontro/vocabulary.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace incontro {

// Where each word of a block stands, stop words included: answers phrases and prefixes.
//
// The documents' words stand one after the other in one space of positions, from 0. Words that are
// side by side in a record have consecutive positions; a position is left free between sections and
// between documents, so that no phrase reaches over. The positions of a word are cut into frames of
// 128: the first as it is, then the distances from one to the next in the fewest bytes (1, 2 or 4)
// that hold all distances of the frame.
struct WordIndex {
  static constexpr std::uint32_t frame_length = 128;

  Vocabulary words;
  Array<std::uint32_t> count;        // by word: how often it occurs
  Array<std::uint32_t> frame_start;  // words + 1 places in frame_first
  Array<std::uint32_t> frame_first;  // first position of each frame
  Array<std::uint32_t> frame_data;   // frames + 1 places in data
  Array<std::uint8_t> data;
  Array<std::uint32_t> base;  // documents + 1: the first position that a document may take

  std::uint32_t positions() const { return base.empty() ? 0 : base.back(); }
  std::uint32_t frames(std::size_t word) const { return frame_start[word + 1] - frame_start[word]; }
  // Positions in the i-th frame of a word.
  std::uint32_t in_frame(std::size_t word, std::uint32_t i) const {
    return i + 1 < frames(word) ? frame_length : count[word] - i * frame_length;
  }
  using Frame = std::array<std::uint32_t, frame_length>;
  // Writes the positions of a frame; returns how many.
  std::uint32_t read_frame(std::size_t word, std::uint32_t i, Frame& out) const;
  // All positions of a word, in order.
  template <class F>
  void for_each(std::size_t word, F&& visit) const {
    Frame frame;
    for (std::uint32_t i = 0; i < frames(word); ++i) {
      const std::uint32_t length = read_frame(word, i, frame);
      for (std::uint32_t k = 0; k < length; ++k) visit(frame[k]);
    }
  }
  // The document that holds a position. REQUIRES: it is not before `from`.
  std::size_t document_at(std::uint32_t position, std::size_t from) const {
    std::size_t step = 1, to = from + 1;
    while (to < base.size() && base[to] <= position) {
      from = to;
      to += step;
      step *= 2;
    }
    const auto after = std::upper_bound(
        base.begin() + static_cast<std::ptrdiff_t>(from),
        base.begin() + static_cast<std::ptrdiff_t>(std::min(to, base.size())), position);
    return static_cast<std::size_t>(after - base.begin()) - 1;
  }
  std::size_t bytes() const;
  bool operator==(const WordIndex&) const = default;
};

}  // namespace incontro
