#pragma once

#include <incontro/result.h>
#include <incontro/store.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "store/keys.h"

namespace incontro {

// Several writes that happen wholly or not at all.
class Batch {
 public:
  Batch();
  ~Batch();
  void put(Family family, std::string_view key, std::string_view value);
  void erase(Family family, std::string_view key);

 private:
  friend class Kv;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// RocksDB behind Result: the only place that knows it. Any thread.
class Kv {
 public:
  // Shared access sees all that a writer had acknowledged when open() began, from the write-ahead
  // log too, and perhaps a little more; it works beside the writer, does not follow it, and stays
  // whole when the writer later compacts files away (they are held open). It replays the log into
  // memory: up to 128 MiB. busy: another exclusive opening stands, in this process or another; or a
  // writer that flushes without pause left no moment for a whole view.
  // not_found: nothing there, and not to be created. corrupt: checksums fail, files or writes are
  // missing, or it was written by a later program. io.
  //
  // Shared access writes nothing at all, so that it works on a read-only or a full disk. Exclusive
  // access looks first, reading only, so that the library, which tidies up as it opens, finds a
  // store that is whole. A writer that closes moves all it has written from the log into tables and
  // notes beside the directory how many writes there were (<directory>.seal): what is then missing
  // shows, be it the last file.
  static Result<std::unique_ptr<Kv>> open(const std::filesystem::path& directory, Access access);
  ~Kv();

  Result<std::string> get(Family family, std::string_view key) const;  // not_found
  // Visits the pairs from `begin` on in the order of keys, until the visitor says false.
  using Visitor = std::function<bool(std::string_view key, std::string_view value)>;
  Done scan(Family family, std::string_view begin, const Visitor& visit) const;
  // The greatest key of a family; empty when there is none.
  Result<std::string> last_key(Family family) const;

  // Reads every file's checksums. corrupt: names the file.
  Done verify() const;
  // What stands in the way of writing.
  Done writable() const;

  // On return the batch is on disk (synced). After a write that failed all further ones are refused
  // (io): whether it is on disk shows only when the store is opened again. A disk that is
  // nearly full (least_free_bytes) is told before anything is tried.
  Done write(const Batch& batch);

 private:
  struct Impl;
  explicit Kv(std::unique_ptr<Impl> impl);
  static Result<std::unique_ptr<Kv>> open_beside_a_writer(const std::filesystem::path& directory);
  std::unique_ptr<Impl> impl_;
};

}  // namespace incontro
