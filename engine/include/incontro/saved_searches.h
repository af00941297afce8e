#pragma once

#include <incontro/match.h>
#include <incontro/query.h>
#include <incontro/result.h>
#include <incontro/saved_search_store.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Reverse search: what is stored are the searches, and every new record is run against all of them
// (Elasticsearch's percolator and Lucene's monitor do the same). What is found waits in an outbox.
namespace incontro {

// A record that waits for those that suit it: a CV for vacancies, a vacancy for CVs.
struct SavedMatch {
  // Stored. Where it is superseded, its successor waits in its place; once it is closed or expired,
  // nothing more is found for it.
  RecordCode question;
  std::vector<CriterionSetting> settings;  // of the others the defaults (criteria())
  unsigned radius_km = 50;                 // as in MatchRequest
  std::uint32_t lowest_salary = 0;         // as in MatchRequest
  // Score from which on a record is told of; 1 to 1,000,000. That score leaves out the text, and
  // weighs skills as they were when the first match of the same terms was saved, or the home
  // opened.
  Millionths least = 700'000;
  bool past_work = false;  // as in MatchRequest
};

struct SavedSearch {
  static constexpr std::size_t most_owner_bytes = 100, most_name_bytes = 200;

  std::uint64_t number = 0;  // given by add(), from 1, never again
  std::string owner;         // whatever the caller tells its users apart by; not empty
  std::string name;          // for people; may be empty
  Timestamp saved{};         // given by add()
  // Of a query all that decides what is found, and its order. How it is shown (limit, offset,
  // facets, records, highlight, open) is not kept.
  std::variant<Query, SavedMatch> asks;
};

// The saved searches of a home. A thread of its own runs what is published against them, as long as
// there are any; each pair of a saved search and a record gives one notice at most, whatever is
// killed when, and exactly one where the record came after the search was saved and fits it.
//
// A record is judged as it is on the day of its publication: a search finds it here where
// Engine::search would find it on that day. An update (a record with a predecessor) is told of only
// where its predecessor did not fit. outbox() leaves out what cannot be opened on the day.
//
// Any thread may call anything; whatever changes something is on disk when it returns, and with
// shared access it is `denied`.
class SavedSearches {
 public:
  struct Impl;
  explicit SavedSearches(std::unique_ptr<Impl> impl);  // Engine::open() makes it
  // Finishes what came in lately; of more the rest is done after the next opening.
  ~SavedSearches();

  // Gives it its number (returned) and time. From now on: what was published before is not told of.
  // invalid: no owner, texts that are too long, what Engine::search() or Engine::match() refuses.
  // not_found: a question that is not stored. conflict: one that no longer stands. Once percolation
  // has stopped at an error (wait_for()), that.
  Result<std::uint64_t> add(const SavedSearch& search);
  // Several with one write to disk, all or none; their numbers are consecutive, the first is
  // returned.
  Result<std::uint64_t> add(std::span<const SavedSearch> searches);
  // It and its notices. not_found.
  Done remove(std::uint64_t number);
  Result<SavedSearch> find(std::uint64_t number) const;  // not_found
  // By number. Reads all searches, some 100 ms for 100,000.
  Result<std::vector<SavedSearch>> list(std::string_view owner) const;
  Result<std::uint64_t> count() const;  // at once; with shared access it reads all of them

  // What was found, is not yet delivered and can be opened today: numbers above `after`, ascending,
  // at most `limit`. What is scheduled is told from its first day on; what was closed or has
  // expired no more (the latter but to searches that ask for it); what was superseded, as its
  // successor.
  Result<std::vector<Notice>> outbox(std::uint64_t after, std::size_t limit) const;
  // A notice has been sent, and goes. not_found.
  Done delivered(std::uint64_t notice);

  // Until all changes up to `sequence` have been run against the searches. busy: not within
  // `patience`. io, corrupt: the thread met that error and has stopped.
  Done wait_for(Sequence sequence, std::chrono::milliseconds patience) const;

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace incontro
