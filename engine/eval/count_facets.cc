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

void FacetCounts::add_all(const Block& block, const LiveDay& day) {
  for (std::size_t field = 0; field < fields_.size(); ++field) {
    const std::span<std::uint32_t> counts = counts_[field];
    const std::vector<std::uint32_t>& totals = day.totals[field];
    if (fields_[field].kind == FieldKind::age) {
      for (std::size_t i = 0; i < totals.size(); ++i) counts[i] += totals[i];
    } else {
      const FieldValues values = values_on(block, *day.block_day, field);
      for (std::size_t i = 0; i < totals.size(); ++i) counts[values.shown->values[i]] += totals[i];
      add_opened(field, block, values, day.live);
    }
  }
}

void FacetCounts::add(const Block& block, const LiveDay& day, const Hits& passed,
                      const Filtering& filtering) {
  if (!passed.dense)
    rows_.add(block, *day.block_day, passed.offsets);
  else
    for (std::size_t field = 0; field < fields_.size(); ++field)
      add_hits(field, block, day, passed.bits);
  for (std::size_t f = 0; f < plan_.filters.size(); ++f) {
    const Hits& but = filtering.passed_but(f);
    const std::size_t field = plan_.filters[f].field;
    if (!but.dense)
      rows_.add(block, *day.block_day, but.offsets, field);
    else
      add_hits(field, block, day, but.bits);
  }
}

void FacetCounts::add_hits(std::size_t field, const Block& block, const LiveDay& day,
                           const BitSet& hits) {
  if (fields_[field].kind == FieldKind::age) {
    for (std::size_t i = 0; i < std::size(age_buckets); ++i)
      counts_[field][i] += count_common(hits, day.block_day->younger[i]);
  } else if (fields_[field].most_shown > 0) {
    long_lists_.add(block, field, hits);
  } else {
    const FieldValues values = values_on(block, *day.block_day, field);
    add_shown(field, values, hits);
    add_opened(field, block, values, hits);
  }
}

void FacetCounts::add_shown(std::size_t field, const FieldValues& values, const BitSet& bits) {
  const ValueDocuments& shown = *values.shown;
  for (std::size_t i = 0; i < shown.values.size(); ++i)
    counts_[field][shown.values[i]] += count_in(shown.documents(i), bits);
}

// Branches by their sets, as the shown values; what is below an opened one, document by document.
void FacetCounts::add_opened(std::size_t field, const Block& block, const FieldValues& values,
                             const BitSet& bits) {
  const ValueDocuments& branches = *values.branches;
  const FieldDomain& domain = *fields_[field].domain;
  for (const CodeIndex root : plan_.opened[field].roots)
    for (auto i = static_cast<std::size_t>(std::ranges::lower_bound(branches.values, root) -
                                           branches.values.begin());
         i < branches.values.size() && branches.values[i] <= domain.last(root); ++i)
      counts_[field][branches.values[i]] += count_in(branches.documents(i), bits);
  for (const CodeIndex branch : plan_.opened[field].branches)
    if (const std::size_t i = branches.find(branch); i < branches.values.size())
      add_below(field, block, branch, branches.documents(i), bits);
}

void FacetCounts::add_below(std::size_t field, const Block& block, CodeIndex branch,
                            const OffsetSet& documents, const BitSet& bits) {
  if (fields_[field].domain->last(branch) == branch) return;
  const std::span<const std::uint16_t> column = block.columns[field];
  const auto tally = [&](std::span<std::uint32_t> counts) {
    for_each_common(documents, bits, [&](std::uint16_t offset) { ++counts[column[offset]]; });
  };
  if (!fields_[field].multiple) {
    const std::uint32_t counted = counts_[field][branch];  // which is complete already
    tally(counts_[field]);
    counts_[field][branch] = counted;
    return;
  }
  const ValueSets& sets = block.sets[field];
  set_counts_.assign(sets.size(), 0);
  tally(set_counts_);
  const CodeIndex last = fields_[field].domain->last(branch);
  for (std::size_t set = 0; set < sets.size(); ++set)
    for (const CodeIndex value : sets[set])
      if (value > branch && value <= last) counts_[field][value] += set_counts_[set];
}

FieldCounts FacetCounts::finish() && {
  long_lists_.finish();
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    if (fields_[f].multiple) continue;  // counted with all nodes above
    const std::span<std::uint32_t> counts = counts_[f];
    const FieldDomain& domain = *fields_[f].domain;
    for (const CodeIndex branch : plan_.opened[f].branches)
      for (CodeIndex value = domain.last(branch); value > branch; --value)  // children first
        if (const CodeIndex parent = domain.parent(value); parent != branch)
          counts[parent] += counts[value];
  }
  return std::move(counts_);
}

}  // namespace incontro
