#pragma once

#include <incontro/words.h>

#include <array>
#include <atomic>

namespace incontro {

// The documents of a block's most frequent words, those that its text tells of. Each word's are
// found when they are first asked for, and kept: 8 KiB a word, at most 2 MiB a block. Any thread.
class WordDocuments {
 public:
  WordDocuments() = default;
  ~WordDocuments();
  WordDocuments(const WordDocuments&) = delete;
  WordDocuments& operator=(const WordDocuments&) = delete;

  // By the word's text number, which is not 0. Null where nobody has asked for them yet.
  const BitSet* known(std::uint8_t text_number) const {
    return found_[text_number].load(std::memory_order_acquire);
  }
  const BitSet& of(const WordIndex& index, std::uint8_t text_number) const;

 private:
  mutable std::array<std::atomic<const BitSet*>, WordIndex::most_frequent + 1> found_{};
};

}  // namespace incontro
