#include "eval/count_facets.h"

#include <algorithm>

namespace incontro {
namespace {

template <class F>
void for_each_common(const OffsetSet& set, const BitSet& bits, F&& visit) {
  if (set.bits) {
    for_each_in_both(*set.bits, bits, visit);
    return;
  }
  for (const std::uint16_t offset : set.offsets)
    if (bits.test(offset)) visit(offset);
}

}  // namespace

FacetCounts::FacetCounts(const Plan& plan) : plan_(plan), fields_(fields_of(plan.collection)) {
  for (const Field& field : fields_) counts_.emplace_back(field.domain->size(), 0);
}

void FacetCounts::add_all(const Block& block, const LiveDay& day) {
  for (std::size_t field = 0; field < fields_.size(); ++field) {
    std::vector<std::uint32_t>& counts = counts_[field];
    const std::vector<std::uint32_t>& totals = day.totals[field];
    if (fields_[field].kind == FieldKind::age) {
      for (std::size_t i = 0; i < totals.size(); ++i) counts[i] += totals[i];
    } else {
      for (std::size_t i = 0; i < totals.size(); ++i)
        counts[block.shown[field].values[i]] += totals[i];
      add_opened(field, block, day.live);
    }
  }
}

void FacetCounts::add(const Block& block, const LiveDay& day, const Hits& passed,
                      const Filtering& filtering) {
  for (std::size_t field = 0; field < fields_.size(); ++field) {
    add_hits(field, block, day, passed);
    const auto own = std::ranges::find(plan_.filters, field, &PlannedFilter::field);
    if (own != plan_.filters.end())
      add_hits(field, block, day,
               filtering.passed_but(static_cast<std::size_t>(own - plan_.filters.begin())));
  }
}

void FacetCounts::add_hits(std::size_t field, const Block& block, const LiveDay& day,
                           const Hits& hits) {
  if (hits.count == 0) return;
  if (fields_[field].kind == FieldKind::age) {
    add_ages(field, block, day, hits);
  } else if (!hits.dense) {
    add_offsets(field, block, hits.offsets);
  } else {
    add_shown(field, block, hits.bits);
    add_opened(field, block, hits.bits);
  }
}

void FacetCounts::add_ages(std::size_t field, const Block& block, const LiveDay& day,
                           const Hits& hits) {
  std::vector<std::uint32_t>& counts = counts_[field];
  if (hits.dense) {
    for (std::size_t i = 0; i < std::size(age_buckets); ++i)
      counts[i] += count_common(hits.bits, day.block_day->younger[i]);
    return;
  }
  for (const std::uint16_t offset : hits.offsets) {
    const int age = plan_.today - block.rows.at(offset, field);
    for (std::size_t i = 0; i < std::size(age_buckets); ++i) counts[i] += age < age_buckets[i];
  }
}

void FacetCounts::add_shown(std::size_t field, const Block& block, const BitSet& bits) {
  const ShownValues& shown = block.shown[field];
  for (std::size_t i = 0; i < shown.values.size(); ++i)
    counts_[field][shown.values[i]] += count_in(shown.documents(i), bits);
}

// Only the documents of the opened roots are looked at, one by one. The root itself is counted.
void FacetCounts::add_opened(std::size_t field, const Block& block, const BitSet& bits) {
  const ShownValues& shown = block.shown[field];
  std::vector<std::uint32_t>& counts = counts_[field];
  for (const CodeIndex root : plan_.opened[field]) {
    const std::size_t place = shown.find(root);
    if (place == shown.values.size()) continue;
    const std::uint32_t counted = counts[root];
    for_each_common(shown.documents(place), bits, [&](std::uint16_t offset) {
      if (!fields_[field].multiple) {
        ++counts[block.columns[field][offset]];
        return;
      }
      for (const CodeIndex value : block.sets[field][block.rows.at(offset, field)])
        counts[value] += fields_[field].domain->roots()[value] == root;
    });
    counts[root] = counted;
  }
}

void FacetCounts::add_offsets(std::size_t field, const Block& block,
                              std::span<const std::uint16_t> offsets) {
  if (fields_[field].multiple) return add_sets(field, block, offsets);
  std::uint32_t* const counts = counts_[field].data();
  if (fields_[field].kind != FieldKind::tree) {
    for (const std::uint16_t offset : offsets) ++counts[block.rows.at(offset, field)];
    return;
  }
  const CodeIndex* const roots = fields_[field].domain->roots().data();
  for (const std::uint16_t offset : offsets) ++counts[roots[block.rows.at(offset, field)]];
  for (const CodeIndex root : plan_.opened[field])
    for (const std::uint16_t offset : offsets)
      if (const CodeIndex value = block.rows.at(offset, field);
          roots[value] == root && value != root)
        ++counts[value];
}

// Few hits are counted value by value; many as sets, which are expanded at the end.
void FacetCounts::add_sets(std::size_t field, const Block& block,
                           std::span<const std::uint16_t> offsets) {
  const ValueSets& sets = plan_.opened[field].empty() ? block.shown[field].sets : block.sets[field];
  std::uint32_t* const counts = counts_[field].data();
  const auto expand = [&](std::size_t set, std::uint32_t times) {
    for (const CodeIndex value : sets[set]) counts[value] += times;
  };
  if (offsets.size() < sets.size()) {
    for (const std::uint16_t offset : offsets) expand(block.rows.at(offset, field), 1);
    return;
  }
  set_counts_.assign(sets.size(), 0);
  for (const std::uint16_t offset : offsets) ++set_counts_[block.rows.at(offset, field)];
  for (std::size_t set = 0; set < sets.size(); ++set)
    if (set_counts_[set] > 0) expand(set, set_counts_[set]);
}

std::vector<std::vector<std::uint32_t>> FacetCounts::finish() && {
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    if (fields_[f].multiple) continue;  // counted with all nodes above
    std::vector<std::uint32_t>& counts = counts_[f];
    const FieldDomain& domain = *fields_[f].domain;
    for (const CodeIndex root : plan_.opened[f])
      for (CodeIndex value = domain.last(root); value > root; --value)  // children before parents
        if (const CodeIndex parent = domain.parent(value); parent != root)
          counts[parent] += counts[value];
  }
  return std::move(counts_);
}

}  // namespace incontro
