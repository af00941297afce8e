#pragma once

#include <incontro/words.h>

namespace incontro {

// Makes of the lists what bounds the cost of queries: near, frequent, text, sets, set_documents.
void add_shortcuts(WordIndex& index);

}  // namespace incontro
