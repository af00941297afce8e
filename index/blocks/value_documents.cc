#include "blocks/value_documents.h"

#include <algorithm>
#include <utility>

namespace incontro {
namespace {

// From here on bits are counted faster than offsets, though they take four times the room.
constexpr std::uint32_t dense_values = block_capacity / 64;

// Of each set the values that are in `wanted` as themselves.
ValueSets some_of_each(const ValueSets& sets, const StandsFor& wanted) {
  ValueSets out;
  out.start.push_back(0);
  for (std::size_t s = 0; s < sets.size(); ++s) {
    for (const CodeIndex value : sets[s])
      if (wanted[value] == value) out.values.push_back(value);
    out.start.push_back(static_cast<std::uint32_t>(out.values.size()));
  }
  return out;
}

}  // namespace

std::vector<CodeIndex> closed_set(const Field& field, std::span<const CodeIndex> values) {
  std::vector<CodeIndex> set(values.begin(), values.end());
  if (set.empty()) set.push_back(field.domain->unstated());
  if (field.kind == FieldKind::tree)
    for (std::size_t i = 0; i < set.size(); ++i) {
      const CodeIndex parent = field.domain->parent(set[i]);
      if (parent != no_code) set.push_back(parent);
    }
  std::ranges::sort(set);
  set.erase(std::unique(set.begin(), set.end()), set.end());
  return set;
}

StandsFor below_roots(const FieldDomain& domain) {
  StandsFor branches = domain.branches();
  for (CodeIndex& branch : branches)
    if (domain.parent(branch) == no_code) branch = no_code;
  return branches;
}

// Two passes over the documents: how many of each value, then which.
ValueDocuments value_documents(const Block& block, std::size_t index, const ValueSets& all,
                               std::span<const std::uint16_t> set_of, const StandsFor& stands_for) {
  const Field& field = fields_of(block.collection)[index];
  ValueDocuments out;
  const bool tree = field.kind == FieldKind::tree;
  if (field.multiple && tree) out.sets = some_of_each(all, stands_for);
  const ValueSets& sets = tree ? out.sets : all;
  const auto for_each_value = [&](std::size_t i, auto&& visit) {
    const std::uint16_t cell = block.rows.at(i, index);
    const std::uint16_t number = set_of.empty() ? cell : set_of[cell];
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

OffsetSet ValueDocuments::documents(std::size_t i) const {
  if (count[i] >= dense_values) return {count[i], {}, &bits[place[i]]};
  return {count[i], std::span(offsets).subspan(place[i], count[i]), nullptr};
}

std::size_t ValueDocuments::find(CodeIndex value) const {
  const auto found = std::ranges::lower_bound(values, value);
  return found != values.end() && *found == value ? static_cast<std::size_t>(found - values.begin())
                                                  : values.size();
}

}  // namespace incontro
