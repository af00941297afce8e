// What a block keeps beside its file: made in a few milliseconds, sooner than it would be read.

#include <incontro/assert.h>
#include <incontro/block.h>
#include <incontro/fields.h>

#include <algorithm>
#include <functional>
#include <numeric>

#include "blocks/value_documents.h"

namespace incontro {
namespace {

std::vector<std::uint16_t> column_of(const Block& block, std::size_t index) {
  std::vector<std::uint16_t> column;
  for (std::size_t i = 0; i < block.size; ++i) column.push_back(block.rows.at(i, index));
  return column;
}

std::vector<std::uint16_t> newest_first(const std::vector<Day>& published) {
  std::vector<std::uint16_t> order(published.size());
  std::iota(order.rbegin(), order.rend(), std::uint16_t{0});
  std::ranges::stable_sort(order, std::greater<>(),
                           [&](std::uint16_t offset) { return published[offset]; });
  return order;
}

}  // namespace

void Block::derive() {
  INCONTRO_ASSERT(shown.empty() && newest.empty());
  const auto fields = fields_of(collection);
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const FieldDomain& domain = *fields[f].domain;
    const bool of_day = fields[f].kind == FieldKind::age || fields[f].dated();
    const bool tree = fields[f].kind == FieldKind::tree && !of_day;
    const auto documents = [&](const StandsFor& stands_for) {
      return value_documents(*this, f, sets[f], {}, stands_for);
    };
    shown.push_back(of_day ? ValueDocuments() : documents(domain.roots()));
    branches.push_back(tree ? documents(below_roots(domain)) : ValueDocuments());
    columns.push_back(tree ? column_of(*this, f) : std::vector<std::uint16_t>());
  }
  newest = newest_first(published);
  profiles.derive(published, column_of(*this, *find_field(collection, "skill")));
}

}  // namespace incontro
