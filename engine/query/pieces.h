#pragma once

#include <string>
#include <string_view>

namespace incontro {

// The next word, quoted phrase, bracket or operator of a visitor's text.
struct Piece {
  enum class Kind { words, open, close, either };  // open and close: brackets; either: OR

  Kind kind = Kind::words;
  std::string_view text;   // of words: without signs around it, but for the star of a prefix
  std::string_view whole;  // with them, as typed
  bool excluded = false;   // words, and brackets that open
  bool quoted = false;
  bool prefix = false;  // the word is only begun
};

// Cuts a text at blanks, quotes and brackets (signs.h says which signs are which); a quote that is
// not closed ends with the text. Operators are OR and | between blanks or words, AND and && (which
// are left out: a blank means the same), NOT before a word or bracket like a dash. O, E and NON in
// capitals mean them too, unless the whole text is in capitals: then they are the words of a
// heading. A bracket inside a word belongs to it: cuoco(a). Pieces are views into the text.
class Pieces {
 public:
  explicit Pieces(std::string_view text);

  bool next(Piece& piece);

 private:
  std::string_view take(std::size_t length);
  bool skip_blanks();
  bool skip_dashes();
  void take_quoted(Piece& piece);
  std::size_t word_length() const;
  bool take_not();

  std::string_view rest_;
  bool italian_;  // O, E and NON are operators
};

// The text without its stars, with the ASCII star at its end that tells the analyzer that the word
// is unfinished: resp* is no responsabile.
std::string unfinished(std::string_view text);

}  // namespace incontro
