#pragma once

#include <incontro/block.h>
#include <incontro/document.h>

#include <span>
#include <vector>

namespace incontro {

// Where the words of these documents stand. Equal documents give equal indexes.
WordIndex build_words(std::span<const Document> documents);

// One word index of several adjacent ones; withdrawn documents lose their words. The result equals
// build_words() over the same documents with placeholders in their stead.
WordIndex merge_words(std::span<const BlockView> views);

// Takes the words in order, and of each its positions in order.
class WordIndexBuilder {
 public:
  void position(std::uint32_t position) { current_.push_back(position); }
  // Ends the list of this word; a word without positions is passed over.
  void word(std::string_view word);
  WordIndex finish(std::vector<std::uint32_t> base) &&;

 private:
  VocabularyBuilder words_;
  PositionListsBuilder positions_;
  std::vector<std::uint32_t> current_;
};

}  // namespace incontro
