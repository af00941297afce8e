#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace incontro {

// Written forms that stand for other words, folded: parttime for part time, resp for responsabile,
// p.iva for partita iva. From data/text/spellings_it.tsv and abbreviations_it.tsv. Immutable.
class Spellings {
 public:
  using Words = std::vector<std::string>;
  struct Found {
    std::size_t length = 0;        // bytes of the text that it takes; 0: none
    const Words* words = nullptr;  // what they stand for
  };

  static const Spellings& italian();

  // What a word stands for by itself (parttime), and where a dot follows it (add.); else null.
  const Words* of_word(std::string_view word) const { return find(word); }
  const Words* before_dot(std::string_view word) const;
  // Whether a form of several parts (p.iva, r&d) begins with this word.
  bool opens_parts(std::string_view word) const { return openings_.contains(word); }
  // The longest such form that stands at text[at].
  Found parts(std::string_view text, std::size_t at) const;

 private:
  Spellings();
  void add(std::string_view written, std::string_view words);
  const Words* find(std::string_view written) const;

  std::unordered_map<std::string_view, Words> forms_;  // views of the embedded tables
  std::unordered_set<std::string_view> openings_;
  std::size_t longest_ = 0;
};

}  // namespace incontro
