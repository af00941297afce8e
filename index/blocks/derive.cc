// What a block keeps beside its file: made in a few milliseconds, sooner than it would be read.

#include <incontro/block.h>
#include <incontro/fields.h>

#include <algorithm>
#include <cassert>
#include <functional>
#include <numeric>
#include <utility>

namespace incontro {
namespace {

// From here on bits are counted faster than offsets, though they take four times the room.
constexpr std::uint32_t dense_values = block_capacity / 64;

// Of each set the values that are in `wanted` as themselves.
ValueSets some_of_each(const ValueSets& sets, const std::vector<CodeIndex>& wanted) {
  ValueSets out;
  out.start.push_back(0);
  for (std::size_t s = 0; s < sets.size(); ++s) {
    for (const CodeIndex value : sets[s])
      if (wanted[value] == value) out.values.push_back(value);
    out.start.push_back(static_cast<std::uint32_t>(out.values.size()));
  }
  return out;
}

// `stands_for`: by value of the domain, the one that its documents are counted in, or no_code.
// Two passes over the documents: how many of each value, then which.
ValueDocuments value_documents(const Block& block, std::size_t index,
                               const std::vector<CodeIndex>& stands_for) {
  const Field& field = fields_of(block.collection)[index];
  ValueDocuments out;
  const bool tree = field.kind == FieldKind::tree;
  if (field.multiple && tree) out.sets = some_of_each(block.sets[index], stands_for);
  const ValueSets& sets = tree ? out.sets : block.sets[index];
  const auto for_each_value = [&](std::size_t i, auto&& visit) {
    const std::uint16_t number = block.rows.at(i, index);
    if (field.multiple)
      for (const CodeIndex value : sets[number]) visit(value);
    else if (stands_for[number] != no_code)
      visit(stands_for[number]);
  };

  std::vector<std::uint32_t> count(field.domain->size(), 0);
  for (std::size_t i = 0; i < block.size; ++i)
    for_each_value(i, [&](CodeIndex value) { ++count[value]; });
  std::vector<std::uint32_t> place(count.size());
  std::uint32_t offsets = 0, bits = 0;
  for (std::size_t value = 0; value < count.size(); ++value) {
    if (count[value] == 0) continue;
    const bool dense = count[value] >= dense_values;
    place[value] = dense ? bits++ : std::exchange(offsets, offsets + count[value]);
    out.values.push_back(static_cast<CodeIndex>(value));
    out.count.push_back(count[value]);
    out.place.push_back(place[value]);
  }
  out.offsets.resize(offsets);
  out.bits.resize(bits);
  for (std::size_t i = 0; i < block.size; ++i)
    for_each_value(i, [&](CodeIndex value) {
      if (count[value] >= dense_values)
        out.bits[place[value]].set(i);
      else
        out.offsets[place[value]++] = static_cast<std::uint16_t>(i);
    });
  return out;
}

// The branches, but no_code for the roots.
std::vector<CodeIndex> below_roots(const FieldDomain& domain) {
  std::vector<CodeIndex> branches = domain.branches();
  for (CodeIndex& branch : branches)
    if (domain.parent(branch) == no_code) branch = no_code;
  return branches;
}

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

OffsetSet ValueDocuments::documents(std::size_t i) const {
  if (count[i] >= dense_values) return {count[i], {}, &bits[place[i]]};
  return {count[i], std::span(offsets).subspan(place[i], count[i]), nullptr};
}

std::size_t ValueDocuments::find(CodeIndex value) const {
  const auto found = std::ranges::lower_bound(values, value);
  return found != values.end() && *found == value ? static_cast<std::size_t>(found - values.begin())
                                                  : values.size();
}

void Block::derive() {
  assert(shown.empty() && newest.empty());
  const auto fields = fields_of(collection);
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const FieldDomain& domain = *fields[f].domain;
    const bool age = fields[f].kind == FieldKind::age, tree = fields[f].kind == FieldKind::tree;
    shown.push_back(age ? ValueDocuments() : value_documents(*this, f, domain.roots()));
    branches.push_back(tree ? value_documents(*this, f, below_roots(domain)) : ValueDocuments());
    columns.push_back(tree ? column_of(*this, f) : std::vector<std::uint16_t>());
  }
  newest = newest_first(published);
  profiles.derive();
}

}  // namespace incontro
