#pragma once

#include <incontro/answer.h>
#include <incontro/clock.h>
#include <incontro/indexer.h>
#include <incontro/match.h>
#include <incontro/query.h>
#include <incontro/result.h>
#include <incontro/saved_searches.h>
#include <incontro/store.h>
#include <incontro/suggest.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace incontro {

struct EngineOptions {
  std::filesystem::path home;
  Access access = Access::exclusive;
  // Gives the day on which records are active or expired; must outlive the engine.
  const Clock* clock = nullptr;
};

// Whether a home is whole, and its indexes agree with the store. Lists are English, at most 100
// long.
struct CheckReport {
  std::uint64_t records[2] = {0, 0};         // stored, by Collection, withdrawn ones included
  std::uint64_t documents[2] = {0, 0};       // that must be found, by Collection
  Sequence store = 0, text = 0, blocks = 0;  // sequence that each has reached
  std::vector<std::string> lost;             // of the store: only a copy brings it back
  std::vector<std::string> damaged;          // indexes, damaged or missing: rebuild() mends them
  std::vector<std::string> differences;      // of whole indexes from the store: so does it
  std::vector<std::string> following;        // indexes on their way, which is no fault

  bool good() const { return lost.empty() && damaged.empty() && differences.empty(); }
};

// A home: the store, and the indexes that follow it. What an embedding program uses.
// Any thread may call anything. Close it before main() ends: RocksDB does not outlive its statics.
//
//   home/store/            RocksDB: the truth
//   home/text/<collection> Xapian, derived
//   home/blocks/<collection> the in-memory index on disk, derived
//   home/settings.conf     validity_days = 60
class Engine {
 public:
  // Opens a home and brings the indexes up to the store. Access::create makes one where there is
  // none, for its owner alone to read; shared access writes nothing, and works on a read-only disk.
  // Damaged indexes are made again (repairs()).
  // busy: another process has it open for writing (open it shared). not_found: no home there.
  // corrupt: the store is damaged; the message says where. Nothing of it is changed then.
  // invalid: settings.conf cannot be understood.
  static Result<std::unique_ptr<Engine>> open(const EngineOptions& options);
  ~Engine();  // waits until all that was applied is in the blocks (indexer.h)

  // The main path: read it first (search.cc). invalid: an unknown field or code, a place to be
  // near to that has no position, or a limit that is too large; the message names it.
  Result<Answer> search(const Query& query) const;

  // What could be meant by what is typed so far: fewest errors first, then by count. Of names that
  // find the same records one is given, a title before a code. Names come
  // from a list of the most frequent ones that a thread of its own renews some seconds after
  // changes, as long as somebody asks; the first call waits for it (some tenths of a second
  // per million records).
  // invalid: too long a text, or a limit that is none. Any thread; some milliseconds at most.
  Result<std::vector<Suggestion>> suggest(const SuggestRequest& request) const;
  // Makes that list anew from what is searchable now, and waits.
  void refresh_suggestions();
  // The query's text with words put right. A word that no record and no table has, nor another form
  // of it, is always replaced where near words find something, even where its stem finds results;
  // a word that is only rare, where the query finds fewer than few_results and its replacement
  // more. The near goes before the frequent: two errors only in words of eight letters or more that
  // have no near word at one; among as many errors common slips and frequent words first. Words
  // typed as one are parted and the other way round. Touched are plain words of four letters or
  // more; stop words, numbers, code-like terms, exclusions and prefixes* stay. `total`: what the
  // query finds, where it is known. Errors are those of search().
  Result<std::optional<Correction>> correct(const Query& query,
                                            std::optional<std::uint64_t> total = {}) const;
  // Filters that words of the query name, each instead of its words, with the exact count; none
  // that finds nothing. Not of fields that are filtered already, nor of words that are quoted,
  // excluded, prefixes or operands. At most five, in the order of the text; of a text the first 32
  // words. The first call reads the names, some ten milliseconds. Errors are those of search().
  Result<std::vector<FilterOffer>> offer_filters(const Query& query) const;
  // Both. `total`: what the query finds.
  Result<SearchHelp> help(const Query& query, std::uint64_t total) const;
  // Where a query finds nothing: which filter, word, phrase or exclusion to drop, or which two,
  // and how many results that gives; the most first, at most five. Of a text of many words only the
  // first ten are tried, and only the first six parts in pairs.
  Result<std::vector<Relaxation>> relax(const Query& query) const;

  // The records of the other collection that suit a record, or one that is not stored, with
  // reasons. invalid: an unknown field or code of a filter, a limit, radius or weight that is too
  // large, a criterion that cannot be a must. not_found: no such record.
  Result<MatchAnswer> match(const MatchRequest& request) const;

  // Searches and matches that wait for new records.
  SavedSearches& saved_searches();
  const SavedSearches& saved_searches() const;

  // One record by its code, whatever its state. not_found: no such code.
  Result<View> show(const RecordCode& code) const;

  // The one door for writing; what is applied is searchable within about a second.
  Store& store();
  // Waits until `sequence` is searchable; busy when it takes longer than `patience`.
  Done wait_for(Sequence sequence, std::chrono::milliseconds patience) const;

  // Reads all of the store with its checksums, and compares both indexes with it, document by
  // document; with exclusive access it waits for the text index first.
  Result<CheckReport> check() const;
  // Makes the indexes again from the store, beside the old ones, which stand until the new are
  // whole. Records that the store cannot read are left out (repairs()). Needs exclusive access.
  Done rebuild();
  // What the opening, or the last rebuild, met and dealt with.
  const std::vector<Repair>& repairs() const;

  int validity_days() const;
  Date today() const;

 private:
  struct Impl;
  explicit Engine(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace incontro
