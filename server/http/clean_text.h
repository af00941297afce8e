#pragma once

#include <string>
#include <string_view>

namespace incontro::server {

// What nobody sees and what turns other text round goes: bidirectional controls, zero-width
// characters, byte order marks, soft hyphens and the like (Unicode: default ignorable or of
// category Cf). They come with what is pasted, and hide who writes what. `text` is UTF-8.
std::string without_invisible(std::string_view text);

// Control characters, C1 and line separators of Unicode too; with `lines` tabs and line ends, as
// forms have them, are none.
bool has_controls(std::string_view text, bool lines);

// For a line of the log: what is invisible, controls and line ends as \u{XX}, ill-formed bytes as
// \x{XX}.
std::string printable(std::string_view text);

}  // namespace incontro::server
