#pragma once

#include <incontro/analyzer.h>
#include <incontro/words.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "eval/hits.h"
#include "eval/word_search.h"
#include "query/query_parser.h"

namespace incontro {

// Finds what was typed as one word: some form of each of its words, side by side. Keeps its memory
// between calls; one thread at a time.
class CompoundSearch {
 public:
  explicit CompoundSearch(WordSearch& search) : search_(search) {}

  // The documents of the block in which the compound stands.
  void find(const WordIndex& index, const Compound& words, Hits& hits);

 private:
  void find_forms(const WordIndex& index, const CompoundWord& word,
                  std::vector<std::uint32_t>& out);

  WordSearch& search_;
  const Analyzer analyzer_;
  // By a compound's word, as typed and its stem: which words are its forms. Blocks share words, and
  // to find a stem takes longer than to look here.
  std::unordered_map<std::string, std::unordered_map<std::string, bool>> known_;
  std::vector<std::vector<std::uint32_t>> places_;
};

}  // namespace incontro
