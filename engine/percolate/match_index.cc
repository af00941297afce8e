#include "percolate/match_index.h"

#include <incontro/make_distinct.h>

#include <algorithm>

#include "match/criteria.h"
#include "match/profession_similarity.h"

namespace incontro {
namespace {

// Of what a person wants or a vacancy offers, and of what a person has done: by their first rows.
std::vector<CodeIndex> classes_in(const Profile& profile, bool past_work) {
  std::vector<CodeIndex> classes;
  const auto add = [&](CodeIndex profession) {
    if (profession != no_code) classes.push_back(class_range(profession).first);
  };
  for (const Availability& wanted : profile.availabilities) add(wanted.profession);
  if (past_work)
    for (const JobSpan& job : profile.jobs) add(job.profession);
  make_distinct(classes);
  return classes;
}

// Whether some wanted job fails no must: PairScore::passes, at a tenth of the cost of the scores.
bool passes(const Profile& vacancy, const Profile& cv, const MatchTerms& terms) {
  return std::ranges::any_of(cv.availabilities, [&](const Availability& wanted) {
    const Pair pair{vacancy, cv, wanted, terms};
    for (std::size_t i = 0; i < criterion_count; ++i) {
      const CriterionRow& row = criterion_rows()[i];
      if (terms.settings[i].kind == CriterionKind::must && row.present(vacancy, terms) &&
          !row.holds(pair))
        return false;
    }
    return true;
  });
}

// Of a map of lists, which has no empty ones.
template <class Map, class Value>
void erase_from(Map& lists, const typename Map::key_type& key, const Value& value) {
  const auto list = lists.find(key);
  if (list == lists.end()) return;
  std::erase(list->second, value);
  if (list->second.empty()) lists.erase(list);
}

}  // namespace

std::vector<CodeIndex> MatchIndex::classes_of(const Entry& entry) const {
  const auto& profession =
      entry.wish.terms->settings[static_cast<std::size_t>(Criterion::profession)];
  std::vector<CodeIndex> classes;
  if (profession.kind == CriterionKind::must)
    classes = classes_in(entry.asker.profile, entry.wish.terms->past_work);
  if (classes.empty()) classes.push_back(no_code);
  return classes;
}

void MatchIndex::add(const Wish& wish, Asker asker) {
  Entry& entry = entries_[wish.number];
  entry.wish = wish;
  entry.asker = std::move(asker);
  by_document_[entry.asker.document].push_back(wish.number);
  for (const CodeIndex first : classes_of(entry)) by_class_[first].push_back(&entry);
}

void MatchIndex::remove(std::uint64_t number) {
  const auto found = entries_.find(number);
  if (found == entries_.end()) return;
  Entry& entry = found->second;
  for (const CodeIndex first : classes_of(entry)) erase_from(by_class_, first, &entry);
  erase_from(by_document_, entry.asker.document, number);
  entries_.erase(found);
}

void MatchIndex::withdraw(DocumentNumber document, const Asker* successor) {
  const auto found = by_document_.find(document);
  if (found == by_document_.end()) return;
  const std::vector<std::uint64_t> numbers = std::move(found->second);
  by_document_.erase(found);
  for (const std::uint64_t number : numbers) {
    const Wish wish = entries_.at(number).wish;
    remove(number);
    if (successor) add(wish, *successor);
  }
}

void MatchIndex::percolate(const Profile& record, Sequence sequence, Date today,
                           std::vector<Found>& found) {
  ++records_;
  const auto try_all = [&](const std::vector<Entry*>& entries) {
    for (Entry* const entry : entries) {
      if (std::exchange(entry->tried, records_) == records_) continue;
      if (entry->wish.since >= sequence || state_on(entry->asker.validity, today) != State::active)
        continue;
      const Profile& asking = entry->asker.profile;
      const Profile &vacancy = by_vacancy_ ? asking : record, &cv = by_vacancy_ ? record : asking;
      if (!passes(vacancy, cv, *entry->wish.terms)) continue;
      const Millionths score = score_pair(vacancy, cv, *entry->wish.terms, 0, 0).score;
      if (score >= entry->wish.least) found.push_back({entry->wish.number, score});
    }
  };
  // Past work too: whether it satisfies the must is a matter of each wish.
  std::vector<CodeIndex> classes = classes_in(record, true);
  // A vacancy without a profession suits whoever waits.
  if (!by_vacancy_ && classes.empty()) {
    for (const auto& [first, entries] : by_class_) try_all(entries);
    return;
  }
  classes.push_back(no_code);
  for (const CodeIndex first : classes)
    if (const auto waiting = by_class_.find(first); waiting != by_class_.end())
      try_all(waiting->second);
}

}  // namespace incontro
