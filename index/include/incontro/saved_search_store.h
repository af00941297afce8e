#pragma once

#include <incontro/record.h>
#include <incontro/result.h>
#include <incontro/store.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace incontro {

// A saved search as it is kept. What it asks is bytes that only the engine reads.
struct StoredSearch {
  std::uint64_t number = 0;  // given by the store, from 1, never again
  std::string owner, name;
  Timestamp saved{};
  Sequence since = 0;  // what came up to it is not told
  std::string question;
  bool operator==(const StoredSearch&) const = default;
};

// A new record that a saved search finds, ready to be sent to its owner.
struct Notice {
  std::uint64_t number = 0;  // given by the store, from 1, in the order of the changes
  std::uint64_t saved_search = 0;
  RecordCode record;
  Sequence sequence = 0;    // of the change that brought the record
  std::uint32_t score = 0;  // of a match, in millionths; of a search 0
  bool operator==(const Notice&) const = default;
};

class Kv;

// The saved searches and their outbox: part of a store (Store::saved_searches()). Whatever changes
// something is one synced batch, on disk when it returns; with shared access it is `denied`. Any
// thread may call anything.
class SavedSearchStore {
 public:
  static Result<std::unique_ptr<SavedSearchStore>> open(Kv& kv, Access access);
  ~SavedSearchStore();

  // Gives them consecutive numbers, of which it returns the first; all or none is stored.
  // `reached`: with the very first ones, where percolation begins.
  Result<std::uint64_t> add(std::span<const StoredSearch> searches,
                            std::optional<Sequence> reached);
  // Its notices go too. not_found: there is none of that number.
  Done remove(std::uint64_t number);
  Result<StoredSearch> search(std::uint64_t number) const;  // not_found
  // By number, until the visitor says false.
  Done for_each(const std::function<bool(StoredSearch&&)>& visit) const;

  // The outbox: notices with numbers above `after`, ascending; at most `limit`.
  Result<std::vector<Notice>> notices(std::uint64_t after, std::size_t limit) const;
  // One was sent, and goes. not_found: no such notice, or no longer.
  Done delivered(std::uint64_t number);

  // How far the change log has been run against the saved searches.
  Result<Sequence> percolated() const;
  // What the changes up to `reached` gave, and that they were reached, are on disk together or not
  // at all. Their numbers are given here. REQUIRES: the searches are not being removed meanwhile.
  Done add_notices(std::span<const Notice> notices, Sequence reached);

 private:
  struct Impl;
  explicit SavedSearchStore(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace incontro
