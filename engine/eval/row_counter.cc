#include "eval/row_counter.h"

#include <incontro/fields.h>

#include <algorithm>

namespace incontro {
namespace {

constexpr std::size_t rows_ahead = 8;

void add_sets(const ValueSets& sets, std::span<const std::uint32_t> by_set,
              std::span<std::uint32_t> counts) {
  for (std::size_t set = 0; set < by_set.size(); ++set)
    if (by_set[set] > 0)
      for (const CodeIndex value : sets[set]) counts[value] += by_set[set];
}

}  // namespace

void RowCounter::add(const Block& block, const BlockDay& day,
                     std::span<const std::uint16_t> offsets) {
  if (offsets.empty()) return;
  for (std::size_t field = 0; field < set_counts_.size(); ++field)
    start(block, day, offsets.size(), field);
  count(block, offsets);
  finish(block, offsets);
}

void RowCounter::add(const Block& block, const BlockDay& day,
                     std::span<const std::uint16_t> offsets, std::size_t field) {
  if (offsets.empty()) return;
  start(block, day, offsets.size(), field);
  count(block, offsets);
  finish(block, offsets);
}

void RowCounter::start(const Block& block, const BlockDay& day, std::size_t hits,
                       std::size_t field) {
  const Field& row = fields_of(plan_.collection)[field];
  if (row.dated()) {
    // Its cells are renumbered on the way, as those of trees are brought to their roots.
    const FieldValues values = values_on(block, day, field);
    const ValueSets& sets = plan_.opened[field].empty() ? values.shown->sets : *values.sets;
    set_counts_[field].assign(sets.size(), 0);
    trees_.push_back({field, set_counts_[field].data(), values.set_of});
    by_sets_.push_back({field, &sets});
  } else if (row.kind == FieldKind::age) {
    ages_.push_back(field);
  } else if (!row.multiple && row.kind == FieldKind::tree) {
    trees_.push_back({field, counts_[field].data(), row.domain->roots().data()});
  } else if (!row.multiple) {
    flat_.push_back({field, counts_[field].data(), nullptr});
  } else if (block.sets[field].size() > hits) {
    const ValueSets& sets = sets_of(block, field);
    by_values_.push_back({field, sets.start.data(), sets.values.data(), counts_[field].data()});
  } else {
    by_sets_.push_back({field, &sets_of(block, field)});
    set_counts_[field].assign(block.sets[field].size(), 0);
    flat_.push_back({field, set_counts_[field].data(), nullptr});
  }
}

// Rows and sets are far from each other in memory. Those that come next are fetched while one is
// counted: the row, then where its set begins, then the set.
void RowCounter::count(const Block& block, std::span<const std::uint16_t> offsets) {
  const std::uint16_t* const cells = block.rows.cells.data();
  const std::size_t width = block.rows.width, size = offsets.size();
  const auto row_of = [&](std::size_t i) { return cells + offsets[i] * width; };
  for (std::size_t i = 0; i < std::min(size, 3 * rows_ahead); ++i) __builtin_prefetch(row_of(i));
  for (std::size_t i = 0; i < size; ++i) {
    if (i + 3 * rows_ahead < size) __builtin_prefetch(row_of(i + 3 * rows_ahead));
    for (const Values& values : by_values_) {
      if (const std::size_t k = i + 2 * rows_ahead; k < size)
        __builtin_prefetch(values.start + row_of(k)[values.field]);
      if (const std::size_t k = i + rows_ahead; k < size)
        __builtin_prefetch(values.values + values.start[row_of(k)[values.field]]);
    }
    const std::uint16_t* const row = row_of(i);
    for (const Tally& tally : flat_) ++tally.counts[row[tally.field]];
    for (const Tally& tally : trees_) ++tally.counts[tally.roots[row[tally.field]]];
    for (const std::size_t field : ages_) {
      const int age = plan_.today - row[field];
      for (std::size_t b = 0; b < std::size(age_buckets); ++b)
        counts_[field][b] += age < age_buckets[b];
    }
    for (const Values& values : by_values_) {
      const std::uint32_t* const start = values.start + row[values.field];
      for (std::uint32_t v = start[0]; v < start[1]; ++v) ++values.counts[values.values[v]];
    }
  }
}

const ValueSets& RowCounter::sets_of(const Block& block, std::size_t field) const {
  const bool roots_only =
      fields_of(plan_.collection)[field].kind == FieldKind::tree && plan_.opened[field].empty();
  return roots_only ? block.shown[field].sets : block.sets[field];
}

void RowCounter::finish(const Block& block, std::span<const std::uint16_t> offsets) {
  for (const Tally& tree : trees_)
    if (!plan_.opened[tree.field].empty() && !fields_of(plan_.collection)[tree.field].multiple)
      count_opened(block, offsets, tree.field);
  for (const BySets& counted : by_sets_)
    add_sets(*counted.sets, set_counts_[counted.field], counts_[counted.field]);
  flat_.clear();
  trees_.clear();
  ages_.clear();
  by_values_.clear();
  by_sets_.clear();
}

void RowCounter::count_opened(const Block& block, std::span<const std::uint16_t> offsets,
                              std::size_t field) {
  const FieldDomain& domain = *fields_of(plan_.collection)[field].domain;
  const std::span<std::uint32_t> counts = counts_[field];
  for (const std::uint16_t offset : offsets) {
    const CodeIndex value = block.rows.at(offset, field), branch = domain.branches()[value];
    for (const CodeIndex root : plan_.opened[field].roots)
      counts[branch] += branch > root && branch <= domain.last(root);
    for (const CodeIndex opened : plan_.opened[field].branches)
      counts[value] += branch == opened && value != opened;
  }
}

}  // namespace incontro
