#pragma once

#include <incontro/language.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace incontro {

struct Token {
  std::string word;  // folded: lower case, no accents, no elided article; abbreviations in full
  std::string term;  // its stem, what is searched and scored; equal to `word` for code-like words
  // In a text of another language also this, its stem by that language's rules, with a mark that
  // keeps it apart from Italian stems (en:develop). Elsewhere empty.
  std::string foreign_term;
  std::uint32_t position;  // from 0, one a word, stop words included
  bool stop;               // an Italian function word: kept for phrases, not searched or scored
  bool unscored;           // a function word of the text's other language: searched, not scored
};

// Bytes of a text, half-open.
struct TextSpan {
  std::uint32_t begin, end;
  bool operator==(const TextSpan&) const = default;
};

// Text -> tokens, for documents and queries alike. Immutable; any thread.
//
// Text is folded first: NFKC case folding, marks removed (Qualità is qualita). Runs of ASCII
// letters and digits are words; runs with other letters are cut at Unicode word boundaries (UAX
// #29, by ICU). So an apostrophe written for an accent (CONTABILITA') drops out, and elisions are
// split: dell'azienda is dell + azienda. Code-like terms stay whole: C++, C#, .NET (also that of
// ASP.NET), 3x8, B2, Node.js, co.co.co., 4.0, 1500 of 1.500, and 68/99 of L.68/99, L. 68/1999 or
// legge 68/99 (special_terms.h); words with digits are not stemmed. A single consonant is a word of
// its own (patente C), unless an apostrophe follows (c'è). Words longer than 64 bytes are cut
// there.
//
// What is written in several ways becomes one (data/text/spellings_it.tsv, abbreviations_it.tsv):
// parttime is part + time as part-time is, P.IVA is partita + iva, resp. is responsabile, amm.vo is
// amministrativo. Abbreviations that are also words need their dot, and no number after it (cap.
// 20100). A word before * is unfinished, and stays as it is.
//
// `term` is Snowball's Italian stem (https://snowballstem.org) of the word, titles of jobs being
// brought to one gender first: direttrice, direttori and direttore have one term.
class Analyzer {
 public:
  Analyzer();

  // Appends the tokens of `text` (UTF-8; ill-formed bytes separate words), positions from `first`.
  // Returns the position after the last token. `language` is that of the text (language.h); queries
  // are read as Italian, being too short to tell.
  std::uint32_t analyze(std::string_view text, std::uint32_t first, std::vector<Token>& tokens,
                        Language language = Language::italian) const;
  std::vector<Token> analyze(std::string_view text) const;
  // The same tokens, and for each of them appends the bytes of `text` that it was made of: whole
  // characters with the marks on them, of a word that was cut all of it. Ascending; tokens overlap
  // only where they were written as one (½ is 1 and 2, parttime is part and time), and then all
  // have its bytes. REQUIRES: text is shorter than 4 GiB.
  std::uint32_t analyze(std::string_view text, std::uint32_t first, std::vector<Token>& tokens,
                        std::vector<TextSpan>& spans, Language language = Language::italian) const;
  // The terms under which a query's word stands in texts of other languages, besides `term`: the
  // foreign_term of each. None of code-like and stop words. A word that occurs in a text, whatever
  // its language, is found there by `term`; these find its other forms (developers for developer).
  std::vector<std::string> foreign_terms(const Token& token) const;
  // Whether the text, of several words, is a way to write something else (node js, c sharp): then
  // it is to be analysed as a whole.
  bool is_spelling(std::string_view text) const;
  // The folded form of a prefix as typed ("Progr" of Progr*), to be looked up among words.
  std::string fold(std::string_view text) const;
};

// Changes whenever the same text may give other tokens: kept beside whatever was built from them.
inline constexpr std::uint32_t analyzer_version = 5;

}  // namespace incontro
