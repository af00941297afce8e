#pragma once

#include <incontro/suggest.h>

#include <string>

namespace incontro {

// Takes a part out of a query's text, and the blank that it leaves behind. What stood on both sides
// stays apart.
void drop_text(TextRange range, std::string& text);

}  // namespace incontro
