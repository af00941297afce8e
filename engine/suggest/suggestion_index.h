#pragma once

#include <incontro/analyzer.h>
#include <incontro/bit_set.h>
#include <incontro/suggest.h>
#include <incontro/vocabulary.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// Something that can be suggested.
struct Candidate {
  SuggestionKind kind;
  std::string text;
  std::string code;   // of employers and phrases empty
  std::string words;  // what finds it: see searchable_words(), joined by spaces
  // What choosing it gives, when the lexicon was made: exact where there is a code, else an
  // estimate (the records of that very name, where choosing finds its words). The order of
  // candidates.
  std::uint64_t count = 0;
};

// The content words of a text and their stems, so that both a beginning and another form of a word
// find it; no repeats, joined by spaces. `stems`: where given, those of its content words in their
// order, the same for all texts that a search takes for the same.
std::string searchable_words(const Analyzer& analyzer, std::string_view text,
                             std::string* stems = nullptr);
// Stands before a word that finds a candidate only beside another one: the plate of a comune's
// province.
inline constexpr char beside_mark = '\x04';

// Candidates and the words that find them. Immutable; any thread.
class SuggestionIndex {
 public:
  static constexpr std::size_t capacity = block_capacity;  // a set of candidates is a BitSet

  SuggestionIndex() = default;
  // Keeps the first `capacity` of them by count.
  explicit SuggestionIndex(std::vector<Candidate> candidates);

  struct Found {
    std::uint32_t candidate;
    unsigned errors;
  };
  // Candidates with all the words, the last as a beginning: the fewest errors first, then by count.
  // Stop words before the last are passed over. Errors are looked for only where fewer than
  // `enough` candidates have none; at most `most`. A word that no candidate has in any form may be
  // a slip: what shares its stem alone (camera with camerire) comes after all near words.
  std::vector<Found> find(const std::vector<Token>& typed, std::size_t enough,
                          std::size_t most) const;

  const Candidate& operator[](std::size_t i) const { return candidates_[i]; }
  std::size_t size() const { return candidates_.size(); }

 private:
  void add(std::uint32_t first_word, std::uint32_t last_word, BitSet& out) const;
  // Whether the word itself, a form of it or, of the last, a longer word is there.
  bool add_exact(const Token& token, bool last, bool alone, BitSet& out) const;
  void add_stem(const Token& token, BitSet& out) const;

  std::vector<Candidate> candidates_;  // by count, the most first
  Vocabulary words_;
  std::vector<std::uint32_t> start_;  // words + 1 places in lists_
  std::vector<std::uint16_t> lists_;  // by word: candidates, ascending
};

}  // namespace incontro
