#include "eval/filter.h"

#include <algorithm>

namespace incontro {
namespace {

void accept_all(const ValueDocuments& of_values, CodeIndex value, BitSet& accepted) {
  const std::size_t i = of_values.find(value);
  if (i < of_values.values.size()) unite(accepted, of_values.documents(i));
}

// Of roots and branches the documents are at hand; of nodes further down, a single-valued column is
// compared with their range; sets are tried one by one.
void accepted_documents(const Block& block, const LiveDay& day, const PlannedFilter& filter,
                        BitSet& accepted) {
  const Field& field = fields_of(block.collection)[filter.field];
  accepted.clear();
  if (field.kind == FieldKind::age) {
    accepted = day.block_day->younger[filter.age_bucket];
    return;
  }
  const FieldValues values = values_on(block, *day.block_day, filter.field);
  bool sets = false;
  for (const CodeIndex value : filter.values) {
    const FieldDomain& domain = *field.domain;
    if (domain.branches()[value] == value)
      accept_all(domain.roots()[value] == value ? *values.shown : *values.branches, value,
                 accepted);
    else if (!field.multiple)
      accepted.set_where(block.columns[filter.field], value, domain.last(value));
    else
      sets = true;
  }
  if (!sets) return;
  const ValueSets& all = block.sets[filter.field];
  std::vector<std::uint8_t> passes(all.size());
  for (std::size_t s = 0; s < all.size(); ++s)
    passes[s] =
        std::ranges::any_of(all[s], [&](CodeIndex value) { return filter.accept[value] != 0; });
  for (std::size_t i = 0; i < block.size; ++i)
    if (passes[block.rows.at(i, filter.field)]) accepted.set(i);
}

}  // namespace

void Filtering::filter(const Block& block, const LiveDay& day, Hits& matches) {
  for (Hits& hits : passed_but_) hits.clear();
  if (plan_.filters.empty()) return;
  if (matches.dense)
    filter_bits(block, day, matches);
  else
    filter_offsets(block, day, matches);
  matches.settle();
  for (Hits& hits : passed_but_) hits.settle();
}

void Filtering::filter_bits(const Block& block, const LiveDay& day, Hits& matches) {
  for (std::size_t f = 0; f < plan_.filters.size(); ++f)
    accepted_documents(block, day, plan_.filters[f], accepted_[f]);
  for (std::size_t f = 0; f < plan_.filters.size(); ++f) {
    Hits& but = passed_but_[f];
    but.dense = true;
    but.bits = matches.bits;
    but.bits.subtract(accepted_[f]);
    for (std::size_t other = 0; other < plan_.filters.size(); ++other)
      if (other != f) but.bits.intersect(accepted_[other]);
  }
  for (const BitSet& accepted : accepted_) matches.bits.intersect(accepted);
}

void Filtering::filter_offsets(const Block& block, const LiveDay& day, Hits& matches) {
  // How many filters each match fails, and the last of those.
  failures_.assign(matches.offsets.size(), 0);
  failed_.assign(matches.offsets.size(), 0);
  for (std::size_t f = 0; f < plan_.filters.size(); ++f) {
    const PlannedFilter& filter = plan_.filters[f];
    const Field& field = fields_of(plan_.collection)[filter.field];
    const FieldValues values = values_on(block, *day.block_day, filter.field);
    const auto passes = [&](std::uint16_t offset) {
      const std::uint16_t number = block.rows.at(offset, filter.field);
      if (field.kind == FieldKind::age)
        return plan_.today - number < age_buckets[filter.age_bucket];
      // A closed set holds an accepted node exactly when a value of it lies below that node.
      if (field.multiple)
        return std::ranges::any_of((*values.sets)[values.set(number)],
                                   [&](CodeIndex value) { return filter.accept[value] != 0; });
      return filter.accept[number] != 0;
    };
    for (std::size_t i = 0; i < matches.offsets.size(); ++i)
      if (!passes(matches.offsets[i])) {
        ++failures_[i];
        failed_[i] = static_cast<std::uint8_t>(f);
      }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < matches.offsets.size(); ++i) {
    if (failures_[i] == 0)
      matches.offsets[kept++] = matches.offsets[i];
    else if (failures_[i] == 1)
      passed_but_[failed_[i]].offsets.push_back(matches.offsets[i]);
  }
  matches.offsets.resize(kept);
}

}  // namespace incontro
