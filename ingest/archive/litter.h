#pragma once

#include <string_view>

namespace incontro {

// Whether a file of an archive is something that a system or an editor leaves beside people's
// files: the Finder's __MACOSX, ._name and .DS_Store, Explorer's Thumbs.db and desktop.ini, copies
// and locks of editors. Nobody meant to send it, and it is not read. `name` has slashes only.
bool is_litter(std::string_view name);

}  // namespace incontro
