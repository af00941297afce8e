#include "query/compound_forms.h"

#include <algorithm>

namespace incontro {

std::string_view beginning_of_forms(const CompoundWord& word) {
  const auto differ = std::ranges::mismatch(word.word, word.term);
  return std::string_view(word.word.cbegin(), differ.in1);
}

bool is_form_of(std::string_view folded, const CompoundWord& word, const Analyzer& analyzer) {
  if (folded == word.word) return true;
  if (word.word == word.term || !folded.starts_with(beginning_of_forms(word))) return false;
  const std::vector<Token> tokens = analyzer.analyze(folded);
  return tokens.size() == 1 && !tokens.front().stop && tokens.front().term == word.term;
}

}  // namespace incontro
