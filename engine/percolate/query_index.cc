#include "percolate/query_index.h"

#include <algorithm>

#include "percolate/rarities.h"

namespace incontro {

void QueryIndex::add(std::uint64_t number, Sequence since, const Query& query,
                     const ParsedQuery& parsed, const Rarities& rarities) {
  const auto next = free_.empty() ? static_cast<QueryNumber>(entries_.size()) : free_.back();
  const auto [place, added] =
      numbers_.try_emplace(conditions_.conjunction_of(query, parsed, rarities), next);
  if (added) {
    if (free_.empty())
      entries_.emplace_back();
    else
      free_.pop_back();
    Entry& entry = entries_[next];
    entry.asked = place->first;
    entry.waiting = &place_of(entry.asked, rarities);
    entry.waiting->push_back(next);
  }
  entries_[place->second].saved.push_back({number, since});
  query_of_[number] = place->second;
}

// Lists of a map stay where they are.
std::vector<QueryIndex::QueryNumber>& QueryIndex::place_of(const Conjunction& asked,
                                                           const Rarities& rarities) {
  const ConditionNumber* rarest = nullptr;
  for (const ConditionNumber& condition : asked.required)
    if (conditions_.can_wake(condition) &&
        (!rarest || conditions_.share(condition) < conditions_.share(*rarest)))
      rarest = &condition;
  if (!rarest) return always_;
  conditions_.wake(*rarest, rarities);
  return waiting_[*rarest];
}

void QueryIndex::remove(std::uint64_t number) {
  const auto found = query_of_.find(number);
  if (found == query_of_.end()) return;
  const QueryNumber query = found->second;
  query_of_.erase(found);
  Entry& entry = entries_[query];
  std::erase_if(entry.saved, [&](const Saved& saved) { return saved.number == number; });
  if (!entry.saved.empty()) return;
  std::erase(*entry.waiting, query);
  numbers_.erase(entry.asked);
  entry = {};
  free_.push_back(query);
}

void QueryIndex::percolate(const Document& document, Sequence sequence,
                           std::vector<std::uint64_t>& found) {
  const auto try_all = [&](const std::vector<QueryNumber>& queries) {
    for (const QueryNumber query : queries)
      if (const Entry& entry = entries_[query]; finds(entry))
        for (const Saved& saved : entry.saved)
          if (saved.since < sequence) found.push_back(saved.number);
  };
  for (const ConditionNumber condition : conditions_.read(document))
    if (const auto waiting = waiting_.find(condition);
        waiting != waiting_.end() && !waiting->second.empty() && conditions_.holds(condition))
      try_all(waiting->second);
  try_all(always_);
}

bool QueryIndex::finds(const Entry& entry) {
  const auto holds = [&](ConditionNumber condition) { return conditions_.holds(condition); };
  return std::ranges::all_of(entry.asked.required, holds) &&
         std::ranges::none_of(entry.asked.excluded, holds);
}

}  // namespace incontro
