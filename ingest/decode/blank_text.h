#pragma once

#include <string_view>

namespace incontro {

// Nothing that a reader would see: empty, or white space of any kind and characters without a face
// (no-break and zero-width spaces, soft hyphens, direction marks, fillers). REQUIRES: UTF-8.
bool is_blank_text(std::string_view text);

}  // namespace incontro
