#pragma once

#include <incontro/analyzer.h>

#include <string>
#include <string_view>
#include <vector>

namespace incontro {

using Phrase = std::vector<std::string>;  // folded words, side by side in this order

// A word of a phrase of which some are only begun: "addetto alle vend*".
struct PhraseWord {
  std::string word;
  bool open = false;  // any word that begins so will do
  auto operator<=>(const PhraseWord&) const = default;
};
using OpenPhrase = std::vector<PhraseWord>;  // at least two

// One half of what a visitor asked for: all of it must occur, or none of it may.
struct Clauses {
  std::vector<std::string> terms;     // stems, no repeats
  std::vector<Phrase> phrases;        // not empty
  std::vector<std::string> prefixes;  // folded, at least two characters
  // Of the terms, those that only words in phrases ask for: where the phrase stands, they do too.
  std::vector<std::string> implied = {};
  std::vector<OpenPhrase> open_phrases = {};

  bool empty() const {
    return terms.empty() && phrases.empty() && prefixes.empty() && open_phrases.empty();
  }
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

// A visitor's text, or what stands in brackets in it.
struct ParsedQuery {
  Clauses required, excluded;
  std::vector<PlainWords> plain = {};      // what quotes, prefixes and exclusions leave between
  std::vector<Expansion> expansions = {};  // no term is in two; made by expand() (expansion.h)
  // Of each group, what OR joins: a document must fit one of its members, two at least.
  std::vector<std::vector<ParsedQuery>> any_of = {};
  std::vector<ParsedQuery> none_of = {};  // what stands in an excluded bracket: it may fit none
  // The text has signs but no word, so that nothing is found. Of the whole text only.
  bool signs_only = false;

  // It lets every document through.
  bool empty() const {
    return required.empty() && excluded.empty() && any_of.empty() && none_of.empty();
  }
};

inline constexpr std::size_t most_alternatives = 64;  // of one text

// How many members all groups of alternatives have, those inside of others too.
std::size_t alternatives_in(const ParsedQuery& parsed);

// Reads a visitor's text: words, "phrases", -exclusions, prefix*, AND, OR, NOT and brackets
// (pieces.h says which signs they are). NOT binds the next word or bracket, AND is the same as a
// blank, and OR joins all that stands on either side within its bracket. Never fails: a quote or
// bracket that is not closed ends with the text, an operator with nothing to join is left out, and
// what is not syntax is a word. Brackets deeper than sixteen are read as if they were not there.
// Stop words count inside phrases only; an alternative of stop words alone is left out. The stems
// of a phrase's words are required too, so that phrases take part in the score.
ParsedQuery parse_query(const Analyzer& analyzer, std::string_view text);

}  // namespace incontro
