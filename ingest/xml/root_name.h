#pragma once

#include <string>
#include <string_view>

namespace incontro {

// The local name of the document element as far as it can be read off the first bytes, also of a
// document that is refused; empty where there is none. Judges nothing. Works on any encoding whose
// letters are ASCII, and on UTF-16.
std::string root_name(std::string_view bytes);

}  // namespace incontro
