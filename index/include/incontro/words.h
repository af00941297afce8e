#pragma once

#include <incontro/array.h>
#include <incontro/bit_set.h>
#include <incontro/position_lists.h>
#include <incontro/vocabulary.h>

#include <cstdint>
#include <utility>

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
// between documents, so that no phrase reaches over.
//
// What a query costs is bounded by three shortcuts, which small blocks do without. `text` tells of
// the most frequent words where they stand by position instead of by word, so that a phrase is
// followed from its rarest word without reading the long lists of the others. A phrase of frequent
// words only is followed from its rarest pair. `sets` holds the documents of all words with a
// common beginning wherever going through the words would take longer than set_cost.
struct WordIndex {
  static constexpr std::uint32_t frequent_occurrences = 4'096;
  static constexpr std::size_t most_frequent = 255;       // a number in `text` fits a byte
  static constexpr std::uint32_t set_cost = 16'384;       // in occurrences
  static constexpr std::uint32_t word_cost = 16;          // of a word, beside its occurrences
  static constexpr std::uint32_t document_interval = 64;  // positions

  Vocabulary words;
  PositionLists positions;    // by word
  Array<std::uint32_t> base;  // documents + 1: the first position that a document may take
  Array<std::uint16_t> near;  // every document_interval positions: the document that is there

  Array<std::uint32_t> frequent;  // words that occur so often, ascending; the most frequent of them
  Array<std::uint8_t> text;       // by position: place in `frequent` + 1; 0: another word. Or empty
  Array<std::uint16_t> pairs;     // of text numbers side by side, ascending: 256 * first + second
  PositionLists pair_positions;   // by pair: where its first word stands
  Array<WordSet> sets;            // by first, then the wider first
  Array<BitSet> set_documents;    // of each set

  std::uint32_t end() const { return base.empty() ? 0 : base.back(); }  // of the positions
  // The document that holds a position.
  std::size_t document_at(std::uint32_t position) const {
    std::size_t document = near[position / document_interval];
    // Most often it is this one or the next, which is not worth a guess of the processor's.
    document += base[document + 1] <= position;
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
