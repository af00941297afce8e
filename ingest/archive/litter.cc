#include "archive/litter.h"

#include <algorithm>

#include "archive/entry_name.h"

namespace incontro {
namespace {

// In lower case. Folders: all that is in them.
constexpr std::string_view folders[] = {
    "__macosx", ".trashes",     ".spotlight-v100", ".fseventsd", ".git",
    ".svn",     "$recycle.bin", ".idea",           ".vscode",    "system volume information"};
constexpr std::string_view files[] = {
    ".ds_store",   ".localized", "icon\r",     "thumbs.db",      "ehthumbs.db", "ehthumbs_vista.db",
    "desktop.ini", ".directory", ".gitignore", ".gitattributes", ".gitkeep"};
constexpr std::string_view beginnings[] = {"._", "~$", ".~lock.", ".#", ".nfs"};
constexpr std::string_view ends[] = {"~", ".swp", ".swo", ".tmp", ".bak"};

template <std::size_t N>
bool is_one_of(std::string_view text, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

}  // namespace

bool is_litter(std::string_view name) {
  const std::string whole = lower_ascii(name);
  std::string_view left = whole;
  for (std::size_t slash; (slash = left.find('/')) != std::string_view::npos;) {
    if (is_one_of(left.substr(0, slash), folders)) return true;
    left.remove_prefix(slash + 1);
  }
  return is_one_of(left, files) ||
         std::any_of(std::begin(beginnings), std::end(beginnings),
                     [&](std::string_view start) { return left.starts_with(start); }) ||
         std::any_of(std::begin(ends), std::end(ends),
                     [&](std::string_view end) { return left.ends_with(end); });
}

}  // namespace incontro
