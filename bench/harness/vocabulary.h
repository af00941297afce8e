#pragma once

#include <incontro/analyzer.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace incontro::bench {

// How often a stem occurs, in shares of the documents looked at. The bands do not overlap, and what
// lies between them is in none.
enum class Band : std::uint8_t {
  common,  // the 200 most frequent stems
  mid,     // in 0.2 % to 2 % of the documents
  rare,    // in two documents or more, up to 0.02 % of them (or four documents, in small samples)
};

// Shorter words are searched too, but hardly anybody asks for them.
inline constexpr std::size_t shortest_word = 3;

// What the queries are chosen by. The words are those that a visitor would type for a stem: of each
// stem the most frequent word that the query parser reads as this stem alone.
class Vocabulary {
 public:
  // Looks at the first `documents` generated vacancies.
  Vocabulary(const Analyzer& analyzer, std::size_t documents);

  std::size_t documents() const { return documents_; }
  // The more frequent first.
  const std::vector<std::string>& words(Band band) const {
    return words_[static_cast<std::size_t>(band)];
  }
  bool is(Band band, const std::string& stem) const;

 private:
  std::size_t documents_;
  std::vector<std::string> words_[3];
  std::unordered_map<std::string, Band> bands_;
};

}  // namespace incontro::bench
