#pragma once

#include <incontro/language.h>
#include <xapian.h>

#include <array>
#include <string>
#include <unordered_map>

#include "text/spellings.h"

namespace incontro {

// What is known of a folded word wherever it stands.
struct Reading {
  std::string term;                              // its Italian stem; of a code-like word itself
  bool code_like = false;                        // has digits or signs: h24, node.js
  std::array<bool, 4> function_word = {};        // by Language
  const Spellings::Words* stands_for = nullptr;  // parttime: part time
  const Spellings::Words* before_dot = nullptr;  // add of add.: addetto
  bool opens_parts = false;                      // Spellings::opens_parts
};

// Reads words and remembers them, for one thread: Xapian's stemmers are not to be shared.
class WordReader {
 public:
  WordReader();
  // Valid until the next call.
  const Reading& read(const std::string& word);
  // The word's stem by the rules of another language, with that language's mark in front (en:, fr:,
  // de:). No word has a colon, so that such a term is never taken for an Italian stem.
  // REQUIRES: language is not Italian.
  const std::string& foreign_term(Language language, const std::string& word);

 private:
  struct Stemmer {
    Xapian::Stem stem;
    std::unordered_map<std::string, std::string> terms;  // of words seen before
  };

  Xapian::Stem italian_;
  std::unordered_map<std::string, Reading> readings_;
  std::array<Stemmer, 3> others_;  // in the order of other_languages
};

// The calling thread's own.
WordReader& word_reader();

}  // namespace incontro
