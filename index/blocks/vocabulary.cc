#include <incontro/names.h>
#include <incontro/vocabulary.h>

#include <algorithm>
#include <bit>
#include <functional>

namespace incontro {

Vocabulary::Vocabulary(Array<char> bytes, Array<std::uint32_t> start)
    : bytes_(std::move(bytes)), start_(std::move(start)) {
  std::size_t first = 0;
  while (first < size() && (*this)[first].starts_with(employer_mark)) ++first;
  while (first < size() && (*this)[first].starts_with(title_mark)) ++first;
  while (first < size() && (*this)[first].starts_with(reference_mark)) ++first;
  const std::size_t found = size() - first;
  if (found == 0) return;
  // One is empty always: there a search ends.
  buckets_.assign(std::bit_ceil(std::max<std::size_t>(2, found + found / 2)), 0);
  const std::size_t mask = buckets_.size() - 1;
  for (std::size_t i = first; i < size(); ++i) {
    std::size_t bucket = hash((*this)[i]) & mask;
    while (buckets_[bucket] != 0) bucket = (bucket + 1) & mask;
    buckets_[bucket] = static_cast<std::uint32_t>(i + 1);
  }
}

std::uint64_t Vocabulary::hash(std::string_view term) {
  return std::hash<std::string_view>()(term);
}

std::optional<std::uint32_t> Vocabulary::find(std::string_view term, std::uint64_t hash) const {
  if (buckets_.empty()) return std::nullopt;
  const std::size_t mask = buckets_.size() - 1;
  for (std::size_t bucket = hash & mask; buckets_[bucket] != 0; bucket = (bucket + 1) & mask)
    if ((*this)[buckets_[bucket] - 1] == term) return buckets_[bucket] - 1;
  return std::nullopt;
}

std::vector<std::uint32_t> Vocabulary::find_all(std::span<const Term> terms) const {
  std::vector<std::uint32_t> numbers(terms.size(), none);
  if (buckets_.empty()) return numbers;
  // Of each its bucket, what stands first there, and where that is written.
  const std::size_t mask = buckets_.size() - 1;
  for (const Term& term : terms) __builtin_prefetch(&buckets_[term.hash & mask]);
  const auto for_each_first = [&](auto&& fetch) {
    for (const Term& term : terms)
      if (const std::uint32_t first = buckets_[term.hash & mask]; first != 0) fetch(first - 1);
  };
  for_each_first([&](std::uint32_t number) { __builtin_prefetch(&start_[number]); });
  for_each_first([&](std::uint32_t number) { __builtin_prefetch(bytes_.data() + start_[number]); });
  for (std::size_t i = 0; i < terms.size(); ++i)
    numbers[i] = find(terms[i].text, terms[i].hash).value_or(none);
  return numbers;
}

std::pair<std::uint32_t, std::uint32_t> Vocabulary::with_prefix(std::string_view prefix) const {
  const auto first_not = [&](auto&& below) {
    std::uint32_t low = 0, high = static_cast<std::uint32_t>(size());
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (below((*this)[middle]))
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  };
  return {
      first_not([&](std::string_view term) { return term < prefix; }),
      first_not([&](std::string_view term) { return term.substr(0, prefix.size()) <= prefix; })};
}

}  // namespace incontro
