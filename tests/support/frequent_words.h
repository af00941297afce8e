#pragma once

#include <incontro/words.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "blocks/block_builder.h"
#include "support/random_text.h"
#include "support/seed.h"

namespace incontro {

// The words of a document in their order, with the positions that the record gives them.
using StandingWords = std::vector<std::pair<std::uint32_t, std::string>>;
inline StandingWords standing_words(const Document& document) {
  StandingWords words;
  for (const DocumentWord& w : document.words)
    for (const std::uint32_t position : w.positions) words.emplace_back(position, w.word);
  std::ranges::sort(words);
  return words;
}

// Texts by Zipf's law, some empty, one very long: frequent words beside rare ones, in one block.
inline std::vector<Document> zipf_documents(std::mt19937_64& random) {
  const RandomText text(20'000), of_few_words(40);
  std::vector<Document> documents;
  for (DocumentNumber number = 0; number < 6'000; ++number) {
    Document& document = documents.emplace_back(placeholder(Collection::cvs, number));
    const bool empty = below(random, 20) == 0;
    const std::size_t length = number == 3'000 ? 30'000 : empty ? 0 : 1 + below(random, 120);
    (below(random, 3) == 0 ? of_few_words : text).write(random, length, document);
  }
  return documents;
}

// More frequent words than a byte can number, and nothing else.
inline std::vector<Document> frequent_documents(std::mt19937_64& random) {
  constexpr std::size_t words = WordIndex::most_frequent + 25;
  constexpr std::size_t length = 500;
  constexpr std::size_t count = WordIndex::frequent_occurrences * words * 11 / 10 / length;
  std::vector<Document> documents;
  for (DocumentNumber number = 0; number < count; ++number) {
    Document& document = documents.emplace_back(placeholder(Collection::cvs, number));
    std::vector<std::vector<std::uint32_t>> standing(words);
    for (std::uint32_t position = 0; position < length; ++position)
      standing[below(random, words)].push_back(position + 100 * (position / 50));
    for (std::size_t i = 0; i < words; ++i)
      if (!standing[i].empty())
        document.words.push_back({"w" + std::to_string(1'000 + i), standing[i]});
  }
  return documents;
}

}  // namespace incontro
