#include "places/territory_pairs.h"

#include <incontro/assert.h>

#include "territory_file.h"

namespace incontro {

std::vector<std::pair<CodeIndex, std::string_view>> territory_pairs(std::string_view file) {
  std::string_view text = territory_file(file);
  INCONTRO_ASSERT(text.ends_with('\n') && "a file of the territory is not embedded");
  std::vector<std::pair<CodeIndex, std::string_view>> pairs;
  for (text.remove_prefix(text.find('\n') + 1); !text.empty();) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() + 1);
    const std::size_t tab = line.find('\t');
    const auto row = code_table(Table::territory).find(line.substr(0, tab));
    INCONTRO_ASSERT(row && tab != std::string_view::npos && "a code of the territory is unknown");
    pairs.emplace_back(*row, line.substr(tab + 1));
  }
  return pairs;
}

}  // namespace incontro
