#pragma once

#include <incontro/clock.h>
#include <incontro/follower.h>
#include <incontro/saved_searches.h>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "percolate/saved_index.h"

namespace incontro {

// What of a home the saved searches need; all of it outlives them.
struct Surroundings {
  Store& store;
  const Analyzer& analyzer;
  const Acronyms& acronyms;
  const Clock& clock;
  int validity_days;
  std::function<std::shared_ptr<const Snapshot>()> snapshot;
  // invalid: what Engine::search() refuses.
  std::function<Done(const Query&)> check;
};

// The record that stands in the place of a stored one: itself, or the last of its successors.
// conflict: none stands any more. not_found: it is not stored.
Result<StoredRecord> standing_record(RecordCode code, const Store& store);

// What stands for a saved match's question; errors as above.
Result<Asker> asker_of(const RecordCode& question, const Surroundings& around);

// Runs what the change log brings against the saved searches, on a thread of its own as long as
// there are any, and puts what they find into the outbox. Any thread may call anything.
// REQUIRES: exclusive access.
class Percolator {
 public:
  explicit Percolator(const Surroundings& around);
  ~Percolator();  // as ~SavedSearches()

  // Reads what is saved, and goes on where percolation had got to.
  Done open();

  // Their numbers and `since` are given here; returns the first number. Else what the thread has
  // stopped at, or what the store says.
  Result<std::uint64_t> add(std::vector<StoredSearch> searches,
                            std::span<const SavedQuestion> questions);
  Done remove(std::uint64_t number);
  std::uint64_t count() const { return count_; }
  Done wait_for(Sequence sequence, std::chrono::milliseconds patience) const;

 private:
  Done take(const std::vector<Change>& changes);
  // What a change brings, and what it replaces; made without the lock.
  struct Arrived {
    Change change;
    std::optional<Arrival> added, before;
  };
  Result<Arrival> arrival_of(Collection collection, DocumentNumber number) const;
  Result<Arrived> arrived(const Change& change) const;
  void percolate(const Arrived& arrived, std::vector<Notice>& notices);
  void place(std::uint64_t number, Sequence since, const SavedQuestion& question,
             const Snapshot& snapshot);

  const Surroundings around_;
  SavedSearchStore& kept_;
  // Held while searches come, go or are run: what is removed gets no notice afterwards.
  std::mutex mutex_;
  SavedIndex index_;
  std::atomic<std::uint64_t> count_ = 0;
  std::atomic<bool> following_ = false;
  std::uint64_t listener_ = 0;
  Follower follower_;
};

}  // namespace incontro
