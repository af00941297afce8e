#pragma once

#include <cstddef>
#include <string_view>

namespace incontro {

// The next line of a text file that is held in memory, without its end; takes it off `rest`.
inline std::string_view take_line(std::string_view& rest) {
  const std::string_view line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(line.size() < rest.size() ? line.size() + 1 : line.size());
  return line;
}

// Calls row(first column, second column) for each line of a table of two columns after its header.
template <class F>
void for_each_row(std::string_view table, F&& row) {
  take_line(table);
  while (!table.empty()) {
    const std::string_view line = take_line(table);
    const std::size_t tab = line.find('\t');
    if (tab != std::string_view::npos) row(line.substr(0, tab), line.substr(tab + 1));
  }
}

}  // namespace incontro
