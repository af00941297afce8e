#pragma once

#include <incontro/words.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "eval/hits.h"
#include "query/query_parser.h"

namespace incontro {

// Finds in a block's word index what postings of stems do not tell. Keeps its memory between calls;
// one thread at a time.
class WordSearch {
 public:
  // The documents in which the words stand side by side in this order.
  void phrase(const WordIndex& index, const Phrase& phrase, Hits& hits);
  // The same of a phrase of which some words are only begun.
  void open_phrase(const WordIndex& index, const OpenPhrase& phrase, Hits& hits);
  // The documents in which one word of each place stands, place after place.
  void side_by_side(const WordIndex& index, std::span<const std::vector<std::uint32_t>> places,
                    Hits& hits);
  // The documents in which a word begins with the prefix.
  void prefix(const WordIndex& index, std::string_view prefix, Hits& hits);

 private:
  static constexpr std::uint32_t no_pair = 0xFFFF'FFFF;
  struct Word {
    std::uint32_t word;   // in the index
    std::uint32_t place;  // in the phrase
    std::uint8_t text_number;
    std::uint32_t pair = no_pair;  // of frequent words: it and the next, in the index
    bool followed = false;         // starts_ holds only where it stands
  };
  // Fills words_; false when one of them, or a pair of frequent ones, never occurs.
  bool look_up(const WordIndex& index, const Phrase& phrase);
  bool look_up_pairs(const WordIndex& index);
  // Fills starts_ from the rarest word or pair.
  void find_starts(const WordIndex& index);
  void documents_of_starts(const WordIndex& index, Hits& hits) const;
  void keep_by_words(const WordIndex& index);
  void keep_by_pairs(const WordIndex& index);
  void keep_by_text(const WordIndex& index);
  // Keeps the starts after which, `place` words further, a position of the list stands.
  void keep(const PositionLists& lists, std::size_t list, std::uint32_t place);
  // The same, after which one of the words stands.
  void keep_any(const WordIndex& index, std::span<const std::uint32_t> words, std::uint32_t place);
  // Where one of the words stands, ascending, into any_positions_.
  void read_positions(const WordIndex& index, std::span<const std::uint32_t> words);

  std::vector<Word> words_;
  std::vector<std::uint32_t> starts_;  // where the phrase may still begin, ascending
  std::vector<std::uint32_t> positions_, any_positions_;
  std::vector<std::vector<std::uint32_t>> places_;
};

}  // namespace incontro
