#pragma once

#include <string>
#include <string_view>

namespace incontro::cli {

// Text that strangers wrote (UTF-8), made unable to steer a terminal: control characters (C0, DEL,
// C1) and those that turn the reading direction become spaces. Line feeds stay where they are
// asked for.
std::string printable(std::string_view text, bool keep_lines = false);

}  // namespace incontro::cli
