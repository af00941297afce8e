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

// How the derived indexes differ from the store they follow. English; each list at most 100 long.
struct Comparison {
  std::uint64_t records[2] = {0, 0};     // by Collection: document numbers given out
  std::uint64_t documents[2] = {0, 0};   // of those, not withdrawn: what must be found
  std::vector<std::string> lost;         // what the store cannot read or has no more: the truth
  std::vector<std::string> damaged;      // indexes that are damaged or missing
  std::vector<std::string> differences;  // one a document or block
  // Indexes on their way, which is no fault: a kill leaves them so, blocks not even saved.
  std::vector<std::string> following;
  Sequence text = 0;  // that the text index of both collections has reached
};

// What an opening or a rebuild met and dealt with.
struct Repair {
  enum class Kind : std::uint8_t {
    text,    // a text index was set aside and is made again behind
    blocks,  // saved blocks were damaged; they were made again
    ahead,   // an index had followed more changes than the store holds: records may be lost
    record,  // of a rebuild: the store cannot read this record, and no index holds it
  };
  Kind kind;
  std::string what;  // English
};

// Keeps the derived indexes of a home up to the store. Two background threads read the change log,
// each for its index: one makes blocks of the new records, publishes a snapshot and merges small
// blocks on the way; the other writes the text index, which takes longer and which no search waits
// for. Any thread may call anything.
class Indexer {
 public:
  // Opens text/ and blocks/ below `home` and replays what the store has beyond the blocks; returns
  // when those have caught up, while the text index goes on behind. Shared access writes nothing:
  // the blocks are brought up to the store in memory, the text index is left alone. Indexes that
  // are damaged or missing are made again (repairs()). busy: another process writes the index.
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

  // Makes the derived indexes again from the store, beside the old ones, and then puts them in
  // their place: what fails or is killed before leaves the old ones. Records that the store cannot
  // read are left out and named by repairs(). denied: shared access.
  Done rebuild();
  const std::vector<Repair>& repairs() const;

  // Reads every record, analyses it again and compares it with both indexes, document by document;
  // walks the text index in a process of its own. With exclusive access it waits for the text index
  // first; beside a writer, what the text index lacks or has beyond the view is `following`.
  Result<Comparison> compare() const;

 private:
  struct Impl;
  explicit Indexer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace incontro
