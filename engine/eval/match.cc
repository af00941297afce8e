#include "eval/match.h"

#include <algorithm>

namespace incontro {
namespace {

// A posting list, or a set from the text index, as this block sees it.
struct List {
  std::span<const std::uint16_t> offsets;
  std::span<const std::uint8_t> impacts;  // empty for a set
  std::uint32_t weight = 0;
};

// First place at or after `from` whose offset is not below `wanted`.
std::size_t gallop(std::span<const std::uint16_t> offsets, std::size_t from, std::uint16_t wanted) {
  std::size_t step = 1, high = from;
  while (high < offsets.size() && offsets[high] < wanted) {
    from = high + 1;
    high += step;
    step *= 2;
  }
  const auto begin = offsets.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(std::min(high, offsets.size()));
  return static_cast<std::size_t>(
      std::lower_bound(begin + static_cast<std::ptrdiff_t>(from), end, wanted) - begin);
}

std::vector<std::uint16_t> offsets_in(const DocumentSet& set, const Block& block) {
  std::vector<std::uint16_t> offsets;
  const auto end = std::ranges::lower_bound(set, block.end());
  for (auto number = std::ranges::lower_bound(set, block.first); number != end; ++number)
    offsets.push_back(static_cast<std::uint16_t>(*number - block.first));
  return offsets;
}

BitSet in_scope(const BlockView& view, const Plan& plan) {
  const Block& block = *view.block;
  BitSet bits;
  if (plan.scope == Scope::active) {
    bits = *view.days->active(block, plan.today, plan.validity_days);
  } else {
    for (std::size_t i = 0; i < block.size; ++i)
      if (block.published[i] <= plan.today) bits.set(i);
    if (plan.scope == Scope::expired)
      bits.subtract(*view.days->active(block, plan.today, plan.validity_days));
  }
  bits.subtract(*view.withdrawn);
  return bits;
}

void keep_common(const List& list, Matches& matches) {
  std::size_t kept = 0, place = 0;
  for (std::size_t i = 0; i < matches.offsets.size() && place < list.offsets.size(); ++i) {
    const std::uint16_t offset = matches.offsets[i];
    place = gallop(list.offsets, place, offset);
    if (place == list.offsets.size() || list.offsets[place] != offset) continue;
    matches.offsets[kept] = offset;
    if (!matches.scores.empty())
      matches.scores[kept] =
          matches.scores[i] + (list.impacts.empty() ? 0 : list.weight * list.impacts[place]);
    ++kept;
  }
  matches.offsets.resize(kept);
  if (!matches.scores.empty()) matches.scores.resize(kept);
}

void drop_common(std::span<const std::uint16_t> offsets, Matches& matches) {
  std::size_t kept = 0, place = 0;
  for (std::size_t i = 0; i < matches.offsets.size(); ++i) {
    const std::uint16_t offset = matches.offsets[i];
    place = gallop(offsets, place, offset);
    if (place < offsets.size() && offsets[place] == offset) continue;
    matches.offsets[kept] = offset;
    if (!matches.scores.empty()) matches.scores[kept] = matches.scores[i];
    ++kept;
  }
  matches.offsets.resize(kept);
  if (!matches.scores.empty()) matches.scores.resize(kept);
}

}  // namespace

void match_block(const BlockView& view, const Plan& plan, Matches& matches) {
  const Block& block = *view.block;
  matches.offsets.clear();
  matches.scores.clear();

  std::vector<List> lists;
  for (const PlannedTerm& term : plan.terms) {
    const PostingList found = block.postings.find(term.term);
    lists.push_back({found.offsets, found.impacts, term.weight});
  }
  std::vector<std::vector<std::uint16_t>> sets;
  for (const DocumentSet& set : plan.sets) sets.push_back(offsets_in(set, block));
  for (const auto& set : sets) lists.push_back({set, {}, 0});
  std::ranges::sort(lists, {}, [](const List& list) { return list.offsets.size(); });
  if (!lists.empty() && lists.front().offsets.empty()) return;

  const BitSet live = in_scope(view, plan);
  if (lists.empty()) {
    live.for_each([&](std::uint16_t offset) { matches.offsets.push_back(offset); });
  } else {
    const List& shortest = lists.front();
    const bool scored = !plan.terms.empty();
    for (std::size_t i = 0; i < shortest.offsets.size(); ++i) {
      if (!live.test(shortest.offsets[i])) continue;
      matches.offsets.push_back(shortest.offsets[i]);
      if (scored)
        matches.scores.push_back(shortest.impacts.empty() ? 0
                                                          : shortest.weight * shortest.impacts[i]);
    }
    for (const List& list : std::span(lists).subspan(1)) keep_common(list, matches);
  }
  for (const std::string& term : plan.excluded_terms)
    drop_common(block.postings.find(term).offsets, matches);
  for (const DocumentSet& set : plan.excluded_sets) drop_common(offsets_in(set, block), matches);
}

}  // namespace incontro
