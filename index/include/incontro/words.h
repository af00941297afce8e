#pragma once

#include <incontro/array.h>
#include <incontro/bit_set.h>
#include <incontro/vocabulary.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace incontro {

// The documents of some adjacent words of a vocabulary.
struct WordSet {
  std::uint32_t first, last;  // the words, and one more
  bool operator==(const WordSet&) const = default;
};

// Where each word of a block stands, stop words included: answers phrases and prefixes.
//
// The documents' words stand one after the other in one space of positions, from 0. Words that are
// side by side in a record have consecutive positions; a position is left free between sections and
// between documents, so that no phrase reaches over. The positions of a word are cut into frames of
// 128: the first as it is, then the distances from one to the next in the fewest bytes (1, 2 or 4)
// that hold all distances of the frame.
//
// Two things bound what a query costs. `text` tells where the most frequent words stand by position
// instead of by word, so that a phrase is followed from its rarest word without reading the long
// lists of the others. `sets` holds the documents of all words with a common beginning wherever
// going through the words would take longer than set_cost.
struct WordIndex {
  static constexpr std::uint32_t frame_length = 128;
  static constexpr std::uint32_t frequent_occurrences = 4'096;
  static constexpr std::size_t most_frequent = 255;      // a number in `text` fits a byte
  static constexpr std::uint32_t set_cost = 16'384;      // in occurrences
  static constexpr std::uint32_t word_cost = 16;         // of a word, beside its occurrences
  static constexpr std::uint32_t document_interval = 64; // positions

  Vocabulary words;
  Array<std::uint32_t> count;        // by word: how often it occurs
  Array<std::uint32_t> frame_start;  // words + 1 places in frame_first
  Array<std::uint32_t> frame_first;  // first position of each frame
  Array<std::uint32_t> frame_data;   // frames + 1 places in data
  Array<std::uint8_t> data;
  Array<std::uint32_t> base;  // documents + 1: the first position that a document may take
  Array<std::uint16_t> near;  // every document_interval positions: the document that is there
  Array<std::uint32_t> frequent;  // words that occur so often, ascending; the most frequent of them
  Array<std::uint8_t> text;  // by position: place in `frequent` + 1; 0: another word. Or empty
  Array<WordSet> sets;       // by first, then the wider first
  Array<BitSet> set_documents;  // of each set

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
  // The document that holds a position.
  std::size_t document_at(std::uint32_t position) const {
    std::size_t document = near[position / document_interval];
    while (base[document + 1] <= position) ++document;
    return document;
  }
  // The number of a word in `text`; 0 for one that is not there.
  std::uint8_t text_number(std::uint32_t word) const;
  // The documents that hold one of the words are set in `out`.
  // REQUIRES: the words are all those of the vocabulary that begin with some prefix.
  void add_documents(std::pair<std::uint32_t, std::uint32_t> words_of_prefix, BitSet& out) const;
  std::size_t bytes() const;
  bool operator==(const WordIndex&) const = default;
};

}  // namespace incontro
