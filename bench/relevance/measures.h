#pragma once

#include <span>
#include <vector>

#include "relevance/trec.h"

namespace incontro::bench {

// Of one query, or means over several. In brackets trec_eval's names.
struct Measures {
  double reciprocal_rank = 0;                           // of the first relevant one [recip_rank]
  double success_1 = 0, success_5 = 0, success_10 = 0;  // a relevant one that high [success_k]
  double average_precision = 0;                         // over all relevant ones [map]
  double ndcg_10 = 0;  // gain: the grade; discount: log2(rank + 1) [ndcg_cut_10]
};
using Measure = double Measures::*;

// REQUIRES: ranked as trec_eval does. Documents without a grade are not relevant.
Measures measures_of(const Grades& grades, std::span<const Scored> ranked);

// A row a judged query, in their order. One that the run does not have counts 0, as with
// trec_eval -c; one that nobody judged is left out.
std::vector<Measures> measures_of(const Judgments& judgments, const TrecRun& run);

// REQUIRES: not empty.
Measures mean_of(std::span<const Measures> rows);

}  // namespace incontro::bench
