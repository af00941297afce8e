#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "matching/judge.h"
#include "matching/truth.h"

namespace incontro::bench {

// The rankings of CVs that one method gave for the vacancies, against the truth. Shares are of the
// vacancies, 0 to 1, unless something else is said.
class Outcome {
 public:
  static constexpr std::size_t depth = 100;  // as far as rankings are looked at

  explicit Outcome(const Truth& truth);

  // `ranked`: documents of CVs, the best first, at most `depth`; `judge`: of that vacancy.
  void add(std::size_t vacancy, const Judge& judge, std::span<const DocumentNumber> ranked);

  struct Figures {
    double top_1 = 0, top_3 = 0, top_10 = 0;          // the intended CV is that high
    double plain_3 = 0, plain_10 = 0, plain_100 = 0;  // the plain one, those written left out
    double reciprocal_rank = 0;                       // its mean
    double ndcg_10 = 0;     // intended 3, broken in what is preferred by default 2, all others 0
    double recall_100 = 0;  // of those with a grade
    std::size_t shown = 0, misfits = 0;  // of the first ten: all, and those that miss a must
    struct Broken {
      std::size_t made = 0, shown = 0, above = 0;  // above: before the intended CV
    };
    std::array<Broken, requirement_count> broken;
  };
  Figures figures() const;

 private:
  const Truth& truth_;
  std::vector<std::vector<DocumentNumber>> broken_;  // by vacancy
  std::size_t vacancies_ = 0;
  Figures sums_;
};

// The criteria that are musts unless a search says otherwise.
std::vector<Criterion> default_musts();

}  // namespace incontro::bench
