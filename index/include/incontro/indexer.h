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

// Keeps the derived indexes of a home up to the store. A background thread reads the change log,
// analyses each new record once, hands the same document to Xapian and to the blocks, commits, and
// publishes a snapshot; small blocks are merged on the way. Any thread may call anything.
class Indexer {
 public:
  // Opens text/ and blocks/ below `home` and replays what the store has beyond them; returns when
  // they have caught up. Shared access writes nothing: the blocks are brought up to the store in
  // memory, the text index is used as it is. busy: another process writes the index.
  static Result<std::unique_ptr<Indexer>> open(const std::filesystem::path& home, Store& store,
                                               Access access);
  ~Indexer();  // indexes what is still to do, saves the blocks, stops

  std::shared_ptr<const Snapshot> snapshot() const;  // never waits

  // Until the snapshot has reached `sequence`. busy: not within `patience`. io, corrupt: the
  // background thread met that error and stopped indexing; the store is not affected.
  Done wait_for(Sequence sequence, std::chrono::milliseconds patience) const;

  // Throws the derived indexes away and makes them again from the store. denied: shared access.
  Done rebuild();

  // Analyses every record again and compares it with both indexes, document by document. The store
  // must stand still meanwhile, or the newest changes show up as differences.
  Result<Comparison> compare() const;
  // Where a collection's text index has got to.
  Result<Sequence> text_applied(Collection collection) const;

 private:
  struct Impl;
  explicit Indexer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace incontro
