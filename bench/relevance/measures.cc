#include "relevance/measures.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace incontro::bench {
namespace {

constexpr Measure all_measures[] = {&Measures::reciprocal_rank,   &Measures::success_1,
                                    &Measures::success_5,         &Measures::success_10,
                                    &Measures::average_precision, &Measures::ndcg_10};
constexpr std::size_t ndcg_depth = 10;

double discounted(int gain, std::size_t rank) {
  return gain / std::log2(static_cast<double>(rank) + 1);
}

double ideal_gain(std::vector<int> gains) {
  std::ranges::sort(gains, std::greater());
  double sum = 0;
  for (std::size_t i = 0; i < std::min(gains.size(), ndcg_depth); ++i)
    sum += discounted(gains[i], i + 1);
  return sum;
}

}  // namespace

Measures measures_of(const Grades& grades, std::span<const Scored> ranked) {
  Measures m;
  std::vector<int> gains;  // of the relevant ones
  for (const auto& [document, grade] : grades)
    if (grade > 0) gains.push_back(grade);
  if (gains.empty()) return m;
  double found = 0;
  for (std::size_t rank = 1; rank <= ranked.size(); ++rank) {
    const auto grade = grades.find(ranked[rank - 1].document);
    if (grade == grades.end() || grade->second <= 0) continue;
    const auto r = static_cast<double>(rank);
    if (found++ == 0) m.reciprocal_rank = 1 / r;
    if (rank <= 1) m.success_1 = 1;
    if (rank <= 5) m.success_5 = 1;
    if (rank <= 10) m.success_10 = 1;
    m.average_precision += found / r;
    if (rank <= ndcg_depth) m.ndcg_10 += discounted(grade->second, rank);
  }
  m.average_precision /= static_cast<double>(gains.size());
  m.ndcg_10 /= ideal_gain(std::move(gains));
  return m;
}

std::vector<Measures> measures_of(const Judgments& judgments, const TrecRun& run) {
  std::vector<Measures> rows;
  for (const auto& [query, grades] : judgments) {
    const auto ranked = run.find(query);
    rows.push_back(ranked == run.end() ? Measures{} : measures_of(grades, ranked->second));
  }
  return rows;
}

Measures mean_of(std::span<const Measures> rows) {
  Measures mean;
  for (const Measures& row : rows)
    for (const Measure m : all_measures) mean.*m += row.*m / static_cast<double>(rows.size());
  return mean;
}

}  // namespace incontro::bench
