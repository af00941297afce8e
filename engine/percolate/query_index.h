#pragma once

#include <incontro/store.h>

#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "percolate/conditions.h"

namespace incontro {

// The saved queries of a collection, turned round: each waits with its rarest required condition,
// so that a document wakes few of them; those are then tried condition by condition. Equal queries
// are one, however many have saved them. One thread at a time.
class QueryIndex {
 public:
  explicit QueryIndex(Collection collection) : conditions_(collection) {}

  // `number` is new; what came up to `since` it does not find. REQUIRES: make_plan() accepts the
  // query.
  void add(std::uint64_t number, Sequence since, const Query& query, const ParsedQuery& parsed,
           const Rarities& rarities);
  // An unknown number is none.
  void remove(std::uint64_t number);

  // Appends the searches that find the document, which came with that change; each once, in any
  // order.
  void percolate(const Document& document, Sequence sequence, std::vector<std::uint64_t>& found);

  std::size_t distinct() const { return numbers_.size(); }

 private:
  using QueryNumber = std::uint32_t;
  struct Saved {
    std::uint64_t number;
    Sequence since;
  };
  struct Entry {
    Conjunction asked;
    std::vector<Saved> saved;
    std::vector<QueryNumber>* waiting = nullptr;  // where it waits
  };
  std::vector<QueryNumber>& place_of(const Conjunction& asked, const Rarities& rarities);
  bool finds(const Entry& entry);

  Conditions conditions_;
  std::vector<Entry> entries_;
  std::vector<QueryNumber> free_;  // entries that nobody saves any more
  std::map<Conjunction, QueryNumber> numbers_;
  std::unordered_map<std::uint64_t, QueryNumber> query_of_;  // by number of the saved search
  std::unordered_map<ConditionNumber, std::vector<QueryNumber>> waiting_;
  std::vector<QueryNumber> always_;  // nothing of a document wakes them
};

}  // namespace incontro
