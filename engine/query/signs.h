#pragma once

#include <cstddef>
#include <string_view>

namespace incontro {

// The signs of a query in all forms that keyboards, phones and word processors give them.
enum class Sign {
  none,    // a letter, a digit, any other character
  blank,   // ends a word
  unseen,  // zero-width: stands inside words without ending them
  quote,   // opens and closes a phrase; single ones are apostrophes
  dash,    // before a word: excludes it
  star,    // after a word: it is only begun
  open,    // a bracket
  close,
  bar,  // OR
};

struct SignAt {
  Sign sign;
  std::size_t bytes;  // of the character; at least one, ill-formed bytes are one each
};

// The first character of the text. REQUIRES: not empty.
SignAt sign_at(std::string_view text);

// Whether it is the last character that is seen, of two at least.
bool ends_with_star(std::string_view text);

}  // namespace incontro
