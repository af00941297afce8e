#pragma once

#include <incontro/ranker.h>

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace incontro {

// Words of a text that follow each other: its title or its body.
struct WordRun {
  std::uint32_t text;  // ascending from run to run
  bool is_title;
  std::vector<std::string> words;
};

// The terms of one kind that the texts have, and BM25 of each. Immutable; any thread.
class TermIndex {
 public:
  // `texts`: how many there are, some perhaps without words. Of the formula, what BM25 takes.
  TermIndex(TermKind kind, Language language, const RankingFormula& formula,
            std::span<const WordRun> runs, std::uint32_t texts);

  struct Postings {
    double idf = 0;
    std::span<const std::uint32_t> texts;  // ascending
    std::span<const double> scores;        // BM25 of the term in each
  };
  Postings find(const std::string& term) const;  // of an unknown term: none

  // BM25 of a term that a text of that length has `count` times.
  double bm25(double idf, double count, double length) const;

  // By text: the idf of its terms, each counted once, added in an order that depends on them only.
  std::vector<double> summed_idf() const;

 private:
  struct Posting;
  static void unite(std::vector<Posting>& postings, std::size_t begin);
  void score(std::span<const Posting> postings, std::span<const double> lengths);

  std::unordered_map<std::string, std::uint32_t> numbers_;  // of terms
  std::vector<double> idf_;                                 // by term
  std::vector<std::size_t> begins_;                         // by term and one more: its postings
  std::vector<std::uint32_t> texts_;
  std::vector<double> scores_;
  std::uint32_t text_count_;
  double k1_, mean_length_ = 0;
};

}  // namespace incontro
