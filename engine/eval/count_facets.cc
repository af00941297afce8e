#include "eval/count_facets.h"

#include <algorithm>

namespace incontro {
FacetCounts::FacetCounts(const Plan& plan) : plan_(plan), fields_(fields_of(plan.collection)) {
  for (const Field& field : fields_) counts_.emplace_back(field.domain->size(), 0);
}

void FacetCounts::add_all(const Block& block, const LiveDay& day) {
  for (std::size_t field = 0; field < fields_.size(); ++field) {
    std::vector<std::uint32_t>& counts = counts_[field];
    const std::vector<std::uint32_t>& totals = day.totals[field];
    if (fields_[field].kind == FieldKind::age) {
      for (std::size_t i = 0; i < totals.size(); ++i) counts[i] += totals[i];
    } else if (plan_.opened[field]) {
      offsets_.clear();
      day.live.for_each([this](std::uint16_t offset) { offsets_.push_back(offset); });
      add_offsets(field, block, offsets_);
    } else {
      for (std::size_t i = 0; i < totals.size(); ++i)
        counts[block.shown[field].values[i]] += totals[i];
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
  } else if (plan_.opened[field]) {
    offsets_.clear();
    hits.for_each([this](std::uint16_t offset) { offsets_.push_back(offset); });
    add_offsets(field, block, offsets_);
  } else {
    add_shown(field, block, hits.bits);
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
    const int age = plan_.today - block.published[offset];
    for (std::size_t i = 0; i < std::size(age_buckets); ++i) counts[i] += age < age_buckets[i];
  }
}

void FacetCounts::add_shown(std::size_t field, const Block& block, const BitSet& bits) {
  const ShownValues& shown = block.shown[field];
  for (std::size_t i = 0; i < shown.values.size(); ++i)
    counts_[field][shown.values[i]] += count_in(shown.documents(i), bits);
}

void FacetCounts::add_offsets(std::size_t field, const Block& block,
                              std::span<const std::uint16_t> offsets) {
  if (fields_[field].multiple) return add_sets(field, block, offsets);
  std::uint32_t* const counts = counts_[field].data();
  const std::uint16_t* const numbers = block.columns[field].numbers.data();
  if (fields_[field].kind == FieldKind::tree && !plan_.opened[field]) {
    const CodeIndex* const roots = fields_[field].domain->roots().data();
    for (const std::uint16_t offset : offsets) ++counts[roots[numbers[offset]]];
  } else {
    for (const std::uint16_t offset : offsets) ++counts[numbers[offset]];
  }
}

// Few hits are counted value by value; many as sets, which are expanded at the end.
void FacetCounts::add_sets(std::size_t field, const Block& block,
                           std::span<const std::uint16_t> offsets) {
  const Column& column = block.columns[field];
  const ShownValues& shown = block.shown[field];
  std::uint32_t* const counts = counts_[field].data();
  const auto expand = [&](std::size_t set, std::uint32_t times) {
    for (const CodeIndex value : plan_.opened[field] ? column.set(set) : shown.set(set))
      counts[value] += times;
  };
  if (offsets.size() < column.sets()) {
    for (const std::uint16_t offset : offsets) expand(column.numbers[offset], 1);
    return;
  }
  set_counts_.assign(column.sets(), 0);
  for (const std::uint16_t offset : offsets) ++set_counts_[column.numbers[offset]];
  for (std::size_t set = 0; set < column.sets(); ++set)
    if (set_counts_[set] > 0) expand(set, set_counts_[set]);
}

std::vector<std::vector<std::uint32_t>> FacetCounts::finish() && {
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    const Field& field = fields_[f];
    if (field.kind != FieldKind::tree || field.multiple || !plan_.opened[f]) continue;
    std::vector<std::uint32_t>& counts = counts_[f];
    for (std::size_t value = field.domain->unstated(); value-- > 0;) {  // children before parents
      const CodeIndex parent = field.domain->parent(static_cast<CodeIndex>(value));
      if (parent != no_code) counts[parent] += counts[value];
    }
  }
  return std::move(counts_);
}

}  // namespace incontro
