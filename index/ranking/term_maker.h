#pragma once

#include <incontro/language.h>
#include <incontro/ranker.h>

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace incontro {

struct PlacedTerm {
  std::string term;
  std::size_t place;  // of the word it is made from, the first one of a pair
};

// Words that follow each other become terms of one kind. One thread at a time: the forms of words
// that were seen before are kept.
class TermMaker {
 public:
  TermMaker(TermKind kind, Language language) : kind_(kind), language_(language) {}
  std::vector<PlacedTerm> make(std::span<const std::string> words);

 private:
  const std::string& form(const std::string& word);

  TermKind kind_;
  Language language_;
  std::unordered_map<std::string, std::string> forms_;
};

}  // namespace incontro
