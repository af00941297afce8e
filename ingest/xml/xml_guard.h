#pragma once

#include <incontro/finding.h>

#include <string_view>

namespace incontro {

// Looks at the bytes before any parser does: refuses (one blocking finding, false) a DOCTYPE, an
// entity other than the five of XML, too many attributes or elements, too long a start tag, too
// deep a nesting; see limits.h. Knows quotes, comments, CDATA and processing instructions. One
// pass, no allocation. What is merely malformed is left to the parser. REQUIRES: UTF-8.
bool passes_guard(std::string_view text, Findings& findings);

}  // namespace incontro
