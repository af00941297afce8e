#pragma once

#include <incontro/analyzer.h>
#include <incontro/document.h>
#include <incontro/match.h>

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "match/pair.h"

namespace incontro {

// The judge of matching: scores every record against the question, one after the other, from the
// records and by the definition of a pair's score, without any index.
class MatchJudge {
 public:
  MatchJudge(Date today, int validity_days) : today_(today), validity_days_(validity_days) {}

  // In the order in which the store takes them: document numbers are counted along.
  void add(const Record& record);

  struct Verdict {
    struct Result {
      Millionths score, reciprocal;
      Date published;
      DocumentNumber number;
    };
    std::vector<Result> results;  // all, best first
    // By Criterion: how many more there would be if it were no must.
    std::array<std::uint64_t, criterion_count> gained{};
    // The same of two.
    std::array<std::array<std::uint64_t, criterion_count>, criterion_count> gained_by_two{};
  };
  Verdict answer(const Record& question, const MatchRequest& request) const;

 private:
  struct Entry {
    Record record;
    Document document;
    std::unordered_map<std::string, std::uint32_t> terms;
  };
  using Entries = std::vector<Entry>;
  const Entries& of(Collection c) const { return entries_[static_cast<std::size_t>(c)]; }

  struct Word {
    std::string term;
    std::uint64_t weight;
  };
  std::vector<Word> words_of(const Record& question, const Entries& found) const;
  static std::uint64_t holding(const Entries& found, const std::string& term);
  static Units text_of(const std::vector<Word>& words, const Entry& entry);
  static std::vector<std::uint32_t> skill_weights(const Entries& found);
  std::vector<const Entry*> allowed(const Entries& found, const MatchRequest& request) const;

  const Date today_;
  const int validity_days_;
  Analyzer analyzer_;
  Entries entries_[2];
};

}  // namespace incontro
