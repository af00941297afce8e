#include <incontro/assert.h>
#include <incontro/places.h>

#include <unordered_map>

#include "places/territory_pairs.h"

namespace incontro {
namespace {

using Successors = std::unordered_map<CodeIndex, CodeIndex>;

Successors read_successors() {
  Successors successors;
  for (const auto& [former, code] : territory_pairs("successors.tsv")) {
    const auto successor = code_table(Table::territory).find(code);
    INCONTRO_ASSERT(successor && "a successor is unknown");
    successors.emplace(former, *successor);
  }
  return successors;
}

}  // namespace

std::optional<CodeIndex> place_today(CodeIndex territory_row) {
  if (kind_of(territory_row) != PlaceKind::former) return territory_row;
  static const Successors successors = read_successors();
  const auto found = successors.find(territory_row);
  if (found == successors.end()) return std::nullopt;
  return found->second;
}

}  // namespace incontro
