#pragma once

#include <incontro/result.h>
#include <incontro/snapshot.h>
#include <incontro/store.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace incontro {

// How the derived indexes differ from the store they follow.
struct Comparison {
  std::uint64_t records[2] = {0, 0};     // by Collection: document numbers given out
  std::uint64_t documents[2] = {0, 0};   // of those, not withdrawn: what must be found
  std::vector<std::string> differences;  // one a document or block, at most 100
};

// Keeps the derived indexes of a home up to the store. Two background threads read the change log,
// each for its index: one makes blocks of the new records, publishes a snapshot and merges small
// blocks on the way; the other writes the text index, which takes longer and which no search waits
// for. Any thread may call anything.
class Indexer {
 public:
  // Opens text/ and blocks/ below `home` and replays what the store has beyond the blocks; returns
  // when those have caught up, while the text index goes on behind. Shared access writes nothing:
  // the blocks are brought up to the store in memory, the text index is used as it is. busy:
  // another process writes the index.
  static Result<std::unique_ptr<Indexer>> open(const std::filesystem::path& home, Store& store,
                                               Access access);
  // Finishes and saves the blocks, and the text index where little is left to do for it: what is
  // not done then is done after the next opening.
  ~Indexer();

  std::shared_ptr<const Snapshot> snapshot() const;  // never waits

  // Until the snapshot has reached `sequence`. busy: not within `patience`. io, corrupt: the
  // background thread met that error and stopped indexing; the store is not affected.
  Done wait_for(Sequence sequence, std::chrono::milliseconds patience) const;
  // The same of the text index. denied: shared access.
  Done wait_for_text(Sequence sequence, std::chrono::milliseconds patience) const;

  // Throws the derived indexes away and makes them again from the store. denied: shared access.
  Done rebuild();

  // Analyses every record again and compares it with both indexes, document by document; with
  // exclusive access it waits for the text index first. The store must stand still meanwhile, or
  // the newest changes show up as differences.
  Result<Comparison> compare() const;
  // Where a collection's text index has got to.
  Result<Sequence> text_applied(Collection collection) const;

 private:
  struct Impl;
  explicit Indexer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace incontro
