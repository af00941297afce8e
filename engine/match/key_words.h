#pragma once

#include <incontro/match.h>
#include <incontro/postings.h>
#include <incontro/snapshot.h>

#include <cstdint>
#include <string>
#include <vector>

#include "match/question_text.h"

namespace incontro {

// A word of the question that is looked for in the found records.
struct KeyWord {
  std::uint64_t weight = 0;  // idf in the found collection, in steps of 1/4096
  std::string written;       // as it stands in the question first
};

// The words by which a record is compared with others: those that stand in its titles and prose
// most often for how few of the found collection have them, as Lucene's MoreLikeThis chooses. No
// words that nobody has.
class KeyWords {
 public:
  // Further ones rarely tell more, and each costs a list of postings a block.
  static constexpr std::size_t most = 12;

  KeyWords() = default;
  KeyWords(std::vector<QuestionWord> question, const CollectionSnapshot& found);

  const std::vector<KeyWord>& words() const { return words_; }
  // By word, its list in a block of the snapshot.
  std::vector<PostingList> lists_in(const Block& block) const;
  // `sum`: over the words that a record has, of weight times impact (impact.h). Half of what could
  // be reached is taken for full: nobody writes all of another's words.
  Units units(std::uint64_t sum) const;

 private:
  // The terms' numbers in each block of the snapshot, found once, when the words are chosen.
  struct InBlock {
    DocumentNumber first = 0;
    std::vector<std::uint32_t> numbers;  // by word
  };
  std::vector<KeyWord> words_;
  std::vector<InBlock> blocks_;  // ascending
  std::uint64_t full_ = 1;
};

}  // namespace incontro
