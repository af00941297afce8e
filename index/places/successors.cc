#include <incontro/places.h>

#include <cassert>
#include <unordered_map>

#include "territory_file.h"

namespace incontro {
namespace {

using Successors = std::unordered_map<CodeIndex, CodeIndex>;

// A header line, then `former code <tab> code of today's comune`.
Successors read_successors(std::string_view file) {
  assert(file.ends_with('\n') && "the successors are not embedded");
  const CodeTable& territory = code_table(Table::territory);
  Successors successors;
  file.remove_prefix(file.find('\n') + 1);
  while (!file.empty()) {
    const std::string_view line = file.substr(0, file.find('\n'));
    file.remove_prefix(line.size() + 1);
    const std::size_t tab = line.find('\t');
    const auto former = territory.find(line.substr(0, tab));
    const auto successor = territory.find(line.substr(tab + 1));
    assert(former && successor && "a code of the successors is unknown");
    successors.emplace(*former, *successor);
  }
  return successors;
}

}  // namespace

std::optional<CodeIndex> place_today(CodeIndex territory_row) {
  if (kind_of(territory_row) != PlaceKind::former) return territory_row;
  static const Successors successors = read_successors(territory_file("successors.tsv"));
  const auto found = successors.find(territory_row);
  if (found == successors.end()) return std::nullopt;
  return found->second;
}

}  // namespace incontro
