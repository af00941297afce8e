#pragma once

#include <incontro/professions.h>

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace incontro {

// Titles by their words, sorted: equal ones side by side, and behind them those that begin with the
// same words. A key is the title's words without function words, gender and number, joined by
// spaces (title_key). Immutable; any thread.
class TitleTable {
 public:
  // REQUIRES: both stay; keys[i] is the key of titles[i].
  TitleTable(std::span<const ProfessionTitle> titles, std::span<const std::string> keys);

  // What ProfessionLinker::codes_of_title promises of the words of `key`.
  std::vector<CodeIndex> codes(std::string_view key) const;
  // Some title is, or begins with, the words of `key`.
  bool has(std::string_view key) const;

 private:
  struct Entry {
    std::string_view key;
    const ProfessionTitle* title;
  };
  using Entries = std::span<const Entry>;

  Entries beginning_with(std::string_view key) const;
  void remember_common_beginnings();

  std::vector<Entry> entries_;
  // Of words that begin so many titles that going through them takes long.
  std::unordered_map<std::string_view, std::vector<CodeIndex>> common_;
};

std::string title_key(std::span<const std::string> content_words);

struct WeightedRow {
  CodeIndex row;
  double weight;
};
// The branch or voice that at least `share` of the weight of `rows` lies in, as deep as there is
// one; no_code where the tree's roots share them. REQUIRES: rows ascend; share above one half.
CodeIndex common_node(std::span<const WeightedRow> rows, double share);

}  // namespace incontro
