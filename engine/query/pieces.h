#pragma once

#include <string_view>

namespace incontro {

// The next word or quoted phrase of a visitor's text, with what stands before and after it.
struct Piece {
  // Without signs, but for the star of a prefix: it tells the analyzer that the word is unfinished
  // (resp* is no responsabile).
  std::string_view text;
  std::string_view whole;  // with them, as typed
  bool excluded = false;
  bool quoted = false;
  bool prefix = false;
};

// Cuts a text at spaces and quotes; a quote that is not closed ends with the text. Pieces are views
// into the text.
class Pieces {
 public:
  explicit Pieces(std::string_view text) : rest_(text) {}

  bool next(Piece& piece);

 private:
  std::string_view take(std::size_t length);

  std::string_view rest_;
};

}  // namespace incontro
