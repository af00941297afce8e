#pragma once

#include <incontro/analyzer.h>

#include <string>
#include <string_view>
#include <vector>

namespace incontro {

using Phrase = std::vector<std::string>;  // folded words, side by side in this order

// One half of what a visitor asked for: all of it must occur, or none of it may.
struct Clauses {
  std::vector<std::string> terms;     // stems, no repeats
  std::vector<Phrase> phrases;        // not empty
  std::vector<std::string> prefixes;  // folded, at least two characters
  // Of the terms, those that only words in phrases ask for: where the phrase stands, they do too.
  std::vector<std::string> implied = {};
};

// Required words side by side, neither quoted nor prefixes; stop words included.
using PlainWords = std::vector<Token>;

// Another way to say some words of a query: all of these terms, stems or names
// (names.h).
using Synonym = std::vector<std::string>;

// Where all of `terms` are required, a record that fits one of the synonyms will do.
struct Expansion {
  std::vector<std::string> terms;  // of ParsedQuery::required, not implied
  std::vector<Synonym> synonyms;
  bool operator==(const Expansion&) const = default;
};

struct ParsedQuery {
  Clauses required, excluded;
  std::vector<PlainWords> plain = {};      // what quotes, prefixes and exclusions leave between
  std::vector<Expansion> expansions = {};  // no term is in two; made by expand() (expansion.h)
};

// Reads a visitor's text: words, "phrases", -exclusions, prefix*. Never fails: a quote that is not
// closed ends with the text, and what is not syntax is a word. Stop words count inside phrases
// only. The stems of a phrase's words are required too, so that phrases take part in the score.
ParsedQuery parse_query(const Analyzer& analyzer, std::string_view text);

}  // namespace incontro
