#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace incontro {

// The words of the code tables and of the titles of professions: right, whether a record has them
// or not, and written there with their accents. Immutable; any thread.
class TableWords {
 public:
  TableWords();

  enum class Origin : std::uint8_t { none, foreign, italian };  // foreign: only foreign titles
  Origin origin_of(std::string_view folded) const;
  // The word as most Italian names write it, in lower case: contabilità for contabilita. "" of a
  // word that is in none.
  std::string_view written(std::string_view folded) const;

 private:
  struct Word {
    Origin origin = Origin::none;
    std::string written;
  };
  std::unordered_map<std::string, Word> words_;
};

// Made at first use, a tenth of a second.
const TableWords& table_words();

}  // namespace incontro
