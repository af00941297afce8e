#pragma once

#include <array>
#include <string_view>

#include "skill_file.h"

namespace incontro {

// visit(cells) for each line of an embedded table of N columns, its header apart. A file that
// breaks the form is a mistake of ours and trips an assertion.
template <std::size_t N, class F>
void for_each_line(std::string_view file, F&& visit) {
  bool header = true;
  while (!file.empty()) {
    std::string_view line = file.substr(0, file.find('\n'));
    file.remove_prefix(line.size() + 1);
    std::array<std::string_view, N> cells;
    for (std::string_view& cell : cells) {
      cell = line.substr(0, line.find('\t'));
      line.remove_prefix(std::min(cell.size() + 1, line.size()));
    }
    if (!std::exchange(header, false)) visit(cells);
  }
}

}  // namespace incontro
