#pragma once

#include <incontro/analyzer.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace incontro {

// An acronym of the world of work and what it stands for (data/text/acronyms_it.tsv), for queries
// that find one by the other: oss, operatore socio sanitario.
struct Acronym {
  std::string word;                // folded, one word: oss
  std::string expansion;           // as the table writes it: operatore socio sanitario
  std::vector<std::string> terms;  // of the expansion's words, function words left out
};

// The table, read once. Immutable; any thread.
class Acronyms {
 public:
  explicit Acronyms(const Analyzer& analyzer);

  // Those that are written as this word (folded); an acronym may stand for several things.
  std::span<const Acronym> of_word(std::string_view word) const;

  struct Found {
    const Acronym* acronym = nullptr;  // null: none
    std::size_t terms = 0;             // of the given ones, how many the expansion takes
  };
  // The longest expansion with which `terms` begin: the terms of a text's words in order, function
  // words left out, so that number and gender do not matter (operatrici socio-sanitarie).
  Found of_expansion(std::span<const std::string> terms) const;

 private:
  std::vector<Acronym> acronyms_;                                    // sorted by word
  std::unordered_multimap<std::string, std::size_t> by_first_term_;  // of the expansion
};

}  // namespace incontro
