#pragma once

#include <incontro/analyzer.h>
#include <incontro/snapshot.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "suggest/suggestion_index.h"

namespace incontro {

// The most frequent words of a collection as they are written, without those with digits or of
// fewer than three letters.
struct FrequentWords {
  static constexpr std::size_t capacity = 131'072;

  Vocabulary words;
  std::vector<std::uint64_t> count;  // occurrences in all records
};

// What suggestions and corrections are chosen from, as one snapshot had it. Immutable; any thread.
struct Lexicon {
  struct OfCollection {
    SuggestionIndex what, where;
    FrequentWords words;
    // By place in `what`, in the lexicon's snapshot, once somebody has asked: the exact count + 1,
    // and the fingerprint of what is found; 0: not yet. Many who type ask for the same.
    struct Asked {
      std::atomic<std::uint64_t> count = 0, fingerprint = 0;
    };
    std::unique_ptr<Asked[]> asked;
  };
  Sequence sequence = 0;  // of the snapshot
  Date today{};           // names are counted among the active records of this day
  OfCollection collections[2];

  const OfCollection& of(Collection c) const { return collections[static_cast<std::size_t>(c)]; }
};

// Makes lexicons one after the other; keeps the analysed words of the names from one to the next,
// which is what takes longest. One thread at a time.
class LexiconMaker {
 public:
  static constexpr std::size_t most_employers = 16'384, most_titles = 32'768;

  // Some hundred milliseconds per million records.
  std::shared_ptr<const Lexicon> make(const Snapshot& snapshot, Date today, int validity_days);

 private:
  struct Analysed {
    std::string words, stems;
  };
  struct Name {
    std::string_view text;  // without its mark
    std::uint64_t count;
  };
  using Views = std::vector<BlockView>;

  const Analysed& analysed(std::string_view text);
  void add_coded(Collection collection, const Views& views, std::vector<Candidate>& candidates);
  void add_places(Collection collection, const Views& views, std::vector<Candidate>& candidates);
  std::vector<Name> frequent_names(const Views& views, char mark, std::size_t most) const;
  void add_names(const Views& views, char mark, std::size_t most, SuggestionKind kind,
                 std::vector<Candidate>& candidates);
  std::vector<std::uint64_t> counts_of(Collection collection, std::size_t field,
                                       const Views& views) const;

  const Analyzer analyzer_;
  Day today_ = 0;
  int validity_days_ = 0;
  std::unordered_map<std::string, Analysed> analysed_, before_;  // by text: now, and last time
};

}  // namespace incontro
