#pragma once

#include <incontro/document.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>

#include "support/seed.h"

namespace incontro {

// Words by Zipf's law: few of them make up most of a text, so that lists of all lengths occur. They
// are written in a dozen letters, the frequent ones shortest: a prefix of one or two letters has
// many words and occurrences.
class RandomText {
 public:
  explicit RandomText(std::size_t words) : words_(words) {}

  std::string word(std::mt19937_64& random) const {
    // Ranks whose logarithm is even: the chance of rank r falls like 1 / r.
    const double even = static_cast<double>(below(random, 1'000'000)) / 1'000'000;
    const double rank = std::exp(even * std::log(static_cast<double>(words_) + 1)) - 1;
    return spelled(static_cast<std::size_t>(rank));
  }

  // Replaces the document's text by `length` words in several sections.
  void write(std::mt19937_64& random, std::size_t length, Document& document) const {
    std::map<std::string, std::vector<std::uint32_t>> standing;
    std::uint32_t position = 0;
    for (std::size_t i = 0; i < length; ++i) {
      standing[word(random)].push_back(position);
      position += below(random, 40) == 0 ? 101 : 1;
    }
    set(document, standing, static_cast<std::uint32_t>(1 + below(random, 4)));
  }
  // The same word again and again.
  void repeat(std::mt19937_64& random, std::uint32_t times, Document& document) const {
    std::map<std::string, std::vector<std::uint32_t>> standing;
    std::vector<std::uint32_t>& all = standing[word(random)];
    for (std::uint32_t i = 0; i < times; ++i) all.push_back(i);
    set(document, standing, 1);
  }

 private:
  static std::string spelled(std::size_t rank) {
    constexpr std::string_view letters = "aeiorstnlcdm";
    std::string text = "z";
    for (; rank > 0; rank = (rank - 1) / letters.size())
      text += letters[(rank - 1) % letters.size()];
    return text;
  }

  static void set(Document& document,
                  const std::map<std::string, std::vector<std::uint32_t>>& standing,
                  std::uint32_t section_weight) {
    document.words.clear();
    document.terms.clear();
    document.length = 0;
    std::map<std::string, std::uint32_t> weights;
    for (const auto& [word, positions] : standing) {
      document.words.push_back({word, positions});
      if (word.size() < 2) continue;  // as a stop word
      const auto weight = static_cast<std::uint32_t>(positions.size()) * section_weight;
      // A stem shared by several words.
      weights[word.size() > 3 ? word.substr(0, word.size() - 1) : word] += weight;
      document.length += weight;
    }
    for (const auto& [term, weight] : weights) document.terms.push_back({term, weight});
  }

  const std::size_t words_;
};

}  // namespace incontro
