#pragma once

#include <incontro/lifecycle.h>
#include <incontro/profile.h>
#include <incontro/store.h>

#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "match/pair.h"

namespace incontro {

// A stored record that waits for those of the other collection.
struct Asker {
  DocumentNumber document = 0;
  Profile profile;
  Validity validity;
};

// The saved matches whose askers are of one collection. Those to whom the profession is a must wait
// by its classes, so that a new record is scored with them alone; the others with all. One thread
// at a time.
class MatchIndex {
 public:
  explicit MatchIndex(Collection asking) : by_vacancy_(asking == Collection::vacancies) {}

  struct Wish {
    std::uint64_t number = 0;  // of the saved search
    Sequence since = 0;        // what came up to it is not found
    Millionths least = 0;
    const MatchTerms* terms = nullptr;  // outlive the index
  };
  void add(const Wish& wish, Asker asker);
  void remove(std::uint64_t number);  // an unknown one is none
  // The askers of that document are no more; with a successor, it stands in their place.
  void withdraw(DocumentNumber document, const Asker* successor);

  struct Found {
    std::uint64_t number;
    Millionths score;
  };
  // Appends the matches that suit a record of the other collection on the day of its publication,
  // which came with that change; of those whose asker is active `today`. Each once, in any order.
  void percolate(const Profile& record, Sequence sequence, Date today, std::vector<Found>& found);

 private:
  struct Entry {
    Wish wish;
    Asker asker;
    std::uint32_t tried = 0;  // with which record last
  };
  std::vector<CodeIndex> classes_of(const Entry& entry) const;

  const bool by_vacancy_;
  std::unordered_map<std::uint64_t, Entry> entries_;  // by number
  std::unordered_map<DocumentNumber, std::vector<std::uint64_t>> by_document_;
  std::map<CodeIndex, std::vector<Entry*>> by_class_;  // by first row; no_code: whatever the class
  std::uint32_t records_ = 0;                          // percolated
};

}  // namespace incontro
