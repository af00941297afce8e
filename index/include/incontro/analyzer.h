#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace incontro {

struct Token {
  std::string word;  // folded: lower case, no accents, no elided article
  std::string term;  // its stem, what is searched and scored; equal to `word` for code-like words
  std::uint32_t position;  // from 0, one a word, stop words included
  bool stop;               // a function word: kept for phrases, not searched or scored
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
// split: dell'azienda is dell + azienda. Code-like terms stay whole: C++, C#, .NET, SAP/R3, 3x8,
// B2, co.co.co., P.IVA, and 68/99 of L.68/99, L. 68/1999 or legge 68/99 (special_terms.h); words
// with digits are not stemmed. A single consonant is a word of its own (patente C), unless an
// apostrophe follows (c'è). Words longer than 64 bytes are cut there.
class Analyzer {
 public:
  Analyzer();  // Italian
  ~Analyzer();

  // Appends the tokens of `text` (UTF-8; ill-formed bytes separate words), positions from `first`.
  // Returns the position after the last token.
  std::uint32_t analyze(std::string_view text, std::uint32_t first,
                        std::vector<Token>& tokens) const;
  std::vector<Token> analyze(std::string_view text) const;
  // The same tokens, and for each of them appends the bytes of `text` that it was made of: whole
  // characters with the marks on them, of a word that was cut all of it. Ascending; tokens overlap
  // only where they were written as one (½ is 1 and 2), and then all have its bytes. REQUIRES: text
  // is shorter than 4 GiB.
  std::uint32_t analyze(std::string_view text, std::uint32_t first, std::vector<Token>& tokens,
                        std::vector<TextSpan>& spans) const;
  // The folded form of a prefix as typed ("Progr" of Progr*), to be looked up among words.
  std::string fold(std::string_view text) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

// Changes whenever the same text may give other tokens: kept beside whatever was built from them.
inline constexpr std::uint32_t analyzer_version = 3;

}  // namespace incontro
