#include "eval/count_facets.h"

#include <algorithm>

namespace incontro {

FacetCounts::FacetCounts(Collection collection) : fields_(fields_of(collection)) {
  for (const Field& field : fields_) counts_.emplace_back(field.domain->size(), 0);
}

void FacetCounts::add(const Block& block, const Plan& plan, const Filtered& filtered) {
  for (std::size_t field = 0; field < fields_.size(); ++field) {
    if (fields_[field].multiple && fields_[field].kind != FieldKind::age)
      set_counts_.assign(block.columns[field].sets(), 0);
    add_offsets(field, block, plan.today, filtered.passed.offsets);
    const auto own = std::ranges::find(plan.filters, field, &PlannedFilter::field);
    if (own != plan.filters.end()) {
      const auto place = static_cast<std::size_t>(own - plan.filters.begin());
      add_offsets(field, block, plan.today, filtered.passed_but[place]);
    }
    if (fields_[field].multiple && fields_[field].kind != FieldKind::age)
      expand_sets(field, block.columns[field]);
  }
}

void FacetCounts::add_offsets(std::size_t field, const Block& block, Day today,
                              std::span<const std::uint16_t> offsets) {
  std::vector<std::uint64_t>& counts = counts_[field];
  if (fields_[field].kind == FieldKind::age) {
    for (const std::uint16_t offset : offsets) {
      const int age = today - block.published[offset];
      const auto bucket = std::ranges::upper_bound(age_buckets, age);
      if (bucket != std::end(age_buckets)) ++counts[static_cast<std::size_t>(bucket - age_buckets)];
    }
    return;
  }
  const std::vector<std::uint16_t>& numbers = block.columns[field].numbers;
  if (fields_[field].multiple) {
    for (const std::uint16_t offset : offsets) ++set_counts_[numbers[offset]];
  } else {
    for (const std::uint16_t offset : offsets) ++counts[numbers[offset]];
  }
}

void FacetCounts::expand_sets(std::size_t field, const Column& column) {
  for (std::size_t s = 0; s < column.sets(); ++s) {
    if (set_counts_[s] == 0) continue;
    for (const CodeIndex value : column.set(s)) counts_[field][value] += set_counts_[s];
  }
}

std::vector<std::vector<std::uint64_t>> FacetCounts::finish() && {
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    const Field& field = fields_[f];
    std::vector<std::uint64_t>& counts = counts_[f];
    if (field.kind == FieldKind::age)  // published within 7 days is also within 14
      for (std::size_t i = 1; i < std::size(age_buckets); ++i) counts[i] += counts[i - 1];
    if (field.kind == FieldKind::tree && !field.multiple)  // descendants come after their node
      for (std::size_t value = field.domain->unstated(); value-- > 0;) {
        const CodeIndex parent = field.domain->parent(static_cast<CodeIndex>(value));
        if (parent != no_code) counts[parent] += counts[value];
      }
  }
  return std::move(counts_);
}

}  // namespace incontro
