#pragma once

#include <incontro/words.h>

namespace incontro {

// Makes all that follows of words, positions and base.
void add_shortcuts(WordIndex& index);

}  // namespace incontro
