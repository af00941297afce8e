#pragma once

#include <incontro/analyzer.h>

#include <string>
#include <string_view>
#include <vector>

namespace incontro {

using Phrase = std::vector<std::string>;  // folded words, side by side in this order

// A required word as it was typed, folded: banca, where banco has the same stem.
struct TypedForm {
  std::string term;  // its stem
  std::string word;
  bool operator==(const TypedForm&) const = default;
};

// A word of a compound: as typed, and its stem; of function words and codes both are the same.
struct CompoundWord {
  std::string word, term;
  auto operator<=>(const CompoundWord&) const = default;
};
// What a visitor typed as one word and is several: socio-sanitario, ASP.NET, parttime. Words with
// these stems, side by side in this order; at least two, no function words at the ends.
using Compound = std::vector<CompoundWord>;

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
  // Of the terms, the words that were typed for them outside of quotes; no repeats. A document that
  // holds one scores more (exact_form_impact).
  std::vector<TypedForm> typed = {};
  std::vector<Compound> compounds = {};  // the required ones; their stems are in terms too
  std::vector<OpenPhrase> open_phrases = {};

  bool empty() const {
    return terms.empty() && phrases.empty() && prefixes.empty() && open_phrases.empty() &&
           compounds.empty();
  }
};

// Required words side by side, neither quoted nor prefixes; stop words included.
using PlainWords = std::vector<Token>;

// Another way to say some words of a query: all of these terms, stems or names (names.h). A
// reference's name stands for all that begin with it.
using Synonym = std::vector<std::string>;

// Where all of `terms` are required, a record that fits one of the synonyms will do.
struct Expansion {
  std::vector<std::string> terms;  // of ParsedQuery::required, not implied
  std::vector<Synonym> synonyms;
  std::vector<Compound> compounds = {};  // of the terms: asked for unless a synonym will do
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
