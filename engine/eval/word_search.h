#pragma once

#include <incontro/words.h>

#include <cstdint>
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
  // The documents in which a word begins with the prefix.
  void prefix(const WordIndex& index, std::string_view prefix, Hits& hits);

 private:
  struct Word {
    std::uint32_t word;   // in the index
    std::uint32_t place;  // in the phrase
    std::uint8_t text_number;
  };
  // Fills words_; false when one of them never occurs.
  bool look_up(const WordIndex& index, const Phrase& phrase);
  // Fills starts_, and leaves those words in words_ that are still to be followed.
  void find_starts(const WordIndex& index);
  void keep_by_text(const WordIndex& index, const Word& word);
  void keep_by_merge(const WordIndex& index, const Word& word);

  std::vector<Word> words_;
  std::vector<std::uint32_t> starts_;  // where the phrase may still begin, ascending
};

}  // namespace incontro
