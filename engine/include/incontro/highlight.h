#pragma once

#include <incontro/analyzer.h>
#include <incontro/record.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// One thing to mark in the texts of a hit.
struct Target {
  enum class Kind : std::uint8_t {
    term,    // words of any of these stems, function words apart (Token::term)
    phrase,  // these folded words side by side (Token::word), function words included
    prefix,  // words that begin so, folded, function words included
  };
  Kind kind;
  std::vector<std::string> words;  // not empty; of a prefix one
  std::uint64_t weight;            // how much a passage gains by showing it, in any unit
  std::vector<bool> open = {};     // of a phrase, by word: any word that begins so; empty: none
};

// A text and its marked words: bytes, ascending, apart from each other, never inside of a character
// or between a letter and its marks. The text is as people wrote it: whoever shows it escapes it.
struct Marked {
  std::string text;
  std::vector<TextSpan> marks;
  bool operator==(const Marked&) const = default;
};

// A marked text from one end to the other: what is marked and what is between.
struct MarkedPiece {
  std::string_view text;  // of Marked::text, not empty
  bool marked;
};
std::vector<MarkedPiece> pieces_of(const Marked& marked);

struct Highlights {
  Marked title;    // title_of() the record
  Marked passage;  // the part of its free text that shows best why it was found
};

// Marks the words for which a search finds a record: exactly those that the index takes for the
// words of the query, whatever their endings, case and accents. Immutable; any thread.
class Highlighter {
 public:
  // `analyzer` must be the index's, and outlive the highlighter.
  Highlighter(const Analyzer& analyzer, std::vector<Target> targets);
  ~Highlighter();

  // Where the targets stand in a text; touching words are one mark.
  std::vector<TextSpan> marks(std::string_view text) const;

  // The passage is at most passage_characters long, from one section (sections.h): where it was cut
  // inside a sentence an ellipsis stands, and blanks and control characters are single spaces. It
  // shows the most targets by weight; then those that stand side by side and again; then the
  // earliest. Other titles of jobs are passages where they show what the record's own does not.
  // Where only a label or a company's name was found it is the beginning of the free text, without
  // marks. Of the texts of a record the first analysed_bytes are looked at.
  // REQUIRES: a public view (privacy.h).
  Highlights of(const Record& view) const;

  static constexpr std::size_t passage_characters = 240;  // ellipses apart
  static constexpr std::size_t analysed_bytes = 12'288;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace incontro
