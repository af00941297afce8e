#include "percolate/percolator.h"

#include <algorithm>

namespace incontro {
namespace {

// Taken under one lock and written in one batch: some tenths of a second at most.
constexpr std::size_t changes_at_once = 64, notices_at_once = 10'000;
// What is left when a home is closed; the next opening goes on with more. Some ten seconds.
constexpr Sequence most_left_at_close = 20'000;

}  // namespace

Result<StoredRecord> standing_record(RecordCode code, const Store& store) {
  while (true) {
    auto stored = store.record(code);
    if (!stored || stored->state.status == Status::published) return stored;
    if (stored->state.status != Status::superseded)
      return Error{Code::conflict, "the record no longer stands"};
    code.value = stored->state.successor;
  }
}

Result<Asker> asker_of(const RecordCode& question, const Surroundings& around) {
  const auto stored = standing_record(question, around.store);
  if (!stored) return stored.error();
  return Asker{stored->state.document,
               make_document(around.analyzer, stored->record, stored->state.document).profile,
               validity_of(system_of(stored->record), around.validity_days)};
}

Percolator::Percolator(const Surroundings& around)
    : around_(around),
      kept_(around.store.saved_searches()),
      index_(around.analyzer, around.acronyms),
      follower_(around.store,
                [this](const std::vector<Change>& changes, Sequence) { return take(changes); }) {}

Percolator::~Percolator() {
  around_.store.forget(listener_);
  follower_.stop(most_left_at_close);
}

Done Percolator::open() {
  const auto snapshot = around_.snapshot();
  Done damaged = ok;
  const Done read = kept_.for_each([&](StoredSearch&& search) {
    const auto question = decode_question(search.question);
    if (!question) {
      damaged = question.error();
      return false;
    }
    place(search.number, search.since, *question, *snapshot);
    ++count_;
    return true;
  });
  if (!read) return read;
  if (!damaged) return damaged;
  listener_ = around_.store.on_change([this] { follower_.wake(); });
  if (count_ == 0) return ok;
  const auto reached = kept_.percolated();
  if (!reached) return reached.error();
  follower_.begin_at(*reached);
  follower_.start();
  following_ = true;
  return ok;
}

// A search that can no longer be asked (a code that the tables have lost, a record that was
// closed) is kept, and finds nothing.
void Percolator::place(std::uint64_t number, Sequence since, const SavedQuestion& question,
                       const Snapshot& snapshot) {
  if (const auto* query = std::get_if<Query>(&question)) {
    if (around_.check(*query)) index_.add(number, since, *query, snapshot);
    return;
  }
  const auto& match = std::get<SavedMatch>(question);
  if (auto asker = asker_of(match.question, around_))
    static_cast<void>(index_.add(number, since, match, std::move(*asker), snapshot));
}

Result<std::uint64_t> Percolator::add(std::vector<StoredSearch> searches,
                                      std::span<const SavedQuestion> questions) {
  const std::lock_guard lock(mutex_);
  if (const auto failure = follower_.failure()) return *failure;
  // Counted before `since` is read: take() passes over changes while there are no searches, and
  // those it passes over must not come after `since`.
  const bool first_ones = count_.fetch_add(searches.size()) == 0;
  const Sequence since = around_.store.last();
  for (StoredSearch& search : searches) search.since = since;
  const auto first = kept_.add(searches, first_ones ? std::optional(since) : std::nullopt);
  if (!first) {
    count_ -= searches.size();
    return first.error();
  }
  const auto snapshot = around_.snapshot();
  for (std::size_t i = 0; i < questions.size(); ++i)
    place(*first + i, since, questions[i], *snapshot);
  if (!following_) {
    follower_.begin_at(since);
    follower_.start();
    following_ = true;
  }
  return *first;
}

Done Percolator::remove(std::uint64_t number) {
  const std::lock_guard lock(mutex_);
  if (const Done done = kept_.remove(number); !done) return done;
  index_.remove(number);
  --count_;
  return ok;
}

Done Percolator::wait_for(Sequence sequence, std::chrono::milliseconds patience) const {
  return following_ ? follower_.wait_for(sequence, patience) : ok;
}

Done Percolator::take(const std::vector<Change>& changes) {
  std::vector<Arrived> ready;
  std::vector<Notice> notices;
  for (std::size_t i = 0; i < changes.size() && count_ > 0;) {
    ready.clear();
    for (; ready.size() < changes_at_once && i < changes.size(); ++i) {
      auto one = arrived(changes[i]);
      if (!one) return one.error();
      ready.push_back(std::move(*one));
    }
    const std::lock_guard lock(mutex_);
    notices.clear();
    for (const Arrived& one : ready) {
      percolate(one, notices);
      if (notices.size() < notices_at_once && &one != &ready.back()) continue;
      if (const Done done = kept_.add_notices(notices, one.change.sequence); !done) return done;
      notices.clear();
    }
  }
  return ok;
}

Result<Arrival> Percolator::arrival_of(Collection collection, DocumentNumber number) const {
  const auto stored = around_.store.document(collection, number);
  if (!stored) return stored.error();
  return Arrival{make_document(around_.analyzer, stored->record, number),
                 validity_of(system_of(stored->record), around_.validity_days)};
}

Result<Percolator::Arrived> Percolator::arrived(const Change& change) const {
  Arrived arrived{.change = change, .added = {}, .before = {}};
  for (const auto& [number, out] :
       {std::pair(change.added, &arrived.added), std::pair(change.withdrawn, &arrived.before)}) {
    if (!change.added || !number) continue;
    auto arrival = arrival_of(change.collection, *number);
    if (!arrival) return arrival.error();
    *out = std::move(*arrival);
  }
  return arrived;
}

void Percolator::percolate(const Arrived& arrived, std::vector<Notice>& notices) {
  const Change& change = arrived.change;
  const Arrival* const added = arrived.added ? &*arrived.added : nullptr;
  if (change.withdrawn) index_.withdraw(change.collection, *change.withdrawn, added);
  if (!added) return;
  for (const auto& [number, score] :
       index_.percolate(change.collection, *added, arrived.before ? &*arrived.before : nullptr,
                        change.sequence, around_.clock.today()))
    notices.push_back(
        {0, number, {change.collection, added->document.code}, change.sequence, score});
}

}  // namespace incontro
