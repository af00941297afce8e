#pragma once

#include <incontro/analyzer.h>

#include "query/pieces.h"

namespace incontro {

// The plain word with those after it where together they are one way to write something: node js,
// c sharp, dot net. They are taken from `rest`; else the piece as it is.
Piece with_spelling(const Analyzer& analyzer, const Piece& piece, Pieces& rest);

}  // namespace incontro
