#pragma once

#include <cstddef>
#include <string_view>

namespace incontro {

// What a telephone number is written with.
struct FigureSign {
  char plain = 0;         // '0' to '9', or one of + . - / ( ) and a space; 0: something else
  std::size_t bytes = 1;  // of the text
  bool unseen = false;    // of no width, or the frame of a key; plain is a space
};

// Whether a number may begin with this byte: a quick look that most of a text does not pass.
bool may_begin_number(char c);

// The sign at text[at]: a digit of any script, or what may stand between digits, also the spaces,
// dashes and dots of word processors. REQUIRES: at < text.size(), at the first byte of a character.
FigureSign figure_sign(std::string_view text, std::size_t at);

}  // namespace incontro
