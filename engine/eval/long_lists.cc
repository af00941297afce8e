#include "eval/long_lists.h"

#include <incontro/fields.h>

#include <algorithm>
#include <bit>
#include <utility>

#include "eval/set_values.h"

namespace incontro {
namespace {

constexpr std::uint32_t sample_hits = 512;  // to twice as many
constexpr std::size_t counted_more = 3;     // values beside those that are shown

// The hits whose offsets are multiples of `step`, a power of two.
std::vector<std::uint16_t> sample(const BitSet& hits, std::size_t step) {
  std::vector<std::uint16_t> offsets;
  std::uint64_t mask = 0;
  for (std::size_t i = 0; i < 64; i += step) mask |= std::uint64_t{1} << i;
  for (std::size_t w = 0; w < BitSet::words; w += std::max<std::size_t>(1, step / 64))
    for (std::uint64_t word = hits.word(w) & mask; word != 0; word &= word - 1)
      offsets.push_back(
          static_cast<std::uint16_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(word))));
  return offsets;
}

}  // namespace

void LongLists::add(const Block& block, std::size_t field, const BitSet& hits) {
  parts_.push_back({&block, field, hits.count(), hits});
}

void LongLists::finish() {
  const auto fields = fields_of(plan_.collection);
  for (std::size_t field = 0; field < fields.size(); ++field)
    if (std::ranges::find(parts_, field, &Part::field) != parts_.end()) finish(field);
}

void LongLists::finish(std::size_t field) {
  const std::vector<CodeIndex> counted = candidates(field);
  const std::span<std::uint32_t> counts = counts_[field];
  std::vector<std::uint32_t> exact;
  for (const CodeIndex value : counted) exact.push_back(counts[value]);
  for (const Part& part : parts_) {
    if (part.field != field) continue;
    const ValueDocuments& shown = part.block->shown[field];
    for (std::size_t i = 0; i < counted.size(); ++i)
      if (const std::size_t at = shown.find(counted[i]); at < shown.values.size())
        exact[i] += count_in(shown.documents(at), part.hits);
  }
  std::ranges::fill(counts, 0);
  for (std::size_t i = 0; i < counted.size(); ++i) counts[counted[i]] = exact[i];
}

std::vector<std::uint64_t> LongLists::estimates(std::size_t field) const {
  const std::span<const std::uint32_t> known = std::as_const(counts_)[field];
  std::vector<std::uint64_t> estimates(known.begin(), known.end());
  std::uint64_t hits = 0;
  for (const Part& part : parts_) hits += part.field == field ? part.count : 0;
  const std::uint64_t step = std::bit_floor(std::max<std::uint64_t>(1, hits / sample_hits));
  for (const Part& part : parts_)
    if (part.field == field)
      for_each_value(*part.block, field, part.block->sets[field], sample(part.hits, step),
                     [&](CodeIndex value) { estimates[value] += step; });
  return estimates;
}

std::vector<CodeIndex> LongLists::candidates(std::size_t field) const {
  const Field& row = fields_of(plan_.collection)[field];
  const std::vector<std::uint64_t> estimate = estimates(field);
  std::vector<CodeIndex> values;
  for (CodeIndex value = 0; value < row.domain->unstated(); ++value)
    if (estimate[value] > 0) values.push_back(value);
  const std::size_t kept = std::min(values.size(), row.most_shown + counted_more);
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(kept),
                           [&](CodeIndex a, CodeIndex b) {
                             return estimate[a] != estimate[b] ? estimate[a] > estimate[b] : a < b;
                           });
  values.resize(kept);
  values.push_back(row.domain->unstated());
  for (const PlannedFilter& filter : plan_.filters)
    if (filter.field == field)
      for (const CodeIndex value : filter.values)
        if (std::ranges::find(values, value) == values.end()) values.push_back(value);
  std::ranges::sort(values);
  return values;
}

}  // namespace incontro
