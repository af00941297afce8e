#include "matching/outcome.h"

#include <algorithm>

#include "relevance/measures.h"

namespace incontro::bench {
namespace {

constexpr std::size_t page = 10;
constexpr int intended_grade = 3, broken_preferred_grade = 2;

int grade_of(const Written& written) {
  if (!written.broken) return intended_grade;
  const auto row = static_cast<std::size_t>(criterion_of(*written.broken));
  return criteria()[row].kind == CriterionKind::preferred ? broken_preferred_grade : 0;
}

}  // namespace

std::vector<Criterion> default_musts() {
  std::vector<Criterion> musts;
  for (const CriterionInfo& info : criteria())
    if (info.kind == CriterionKind::must) musts.push_back(info.criterion);
  return musts;
}

Outcome::Outcome(const Truth& truth) : truth_(truth), broken_(truth.intended.size()) {
  for (std::size_t number = 0; number < truth.cvs.size(); ++number)
    if (const auto& written = truth.written[number]; written && written->broken)
      broken_[written->vacancy].push_back(static_cast<DocumentNumber>(number));
}

void Outcome::add(std::size_t vacancy, const Judge& judge, std::span<const DocumentNumber> ranked) {
  ++vacancies_;
  const auto place_of = [&](std::size_t number) {
    return static_cast<std::size_t>(std::ranges::find(ranked, number) - ranked.begin());
  };
  const std::size_t place = place_of(truth_.intended[vacancy]);
  if (place < 1) ++sums_.top_1;
  if (place < 3) ++sums_.top_3;
  if (place < page) ++sums_.top_10;
  if (place < ranked.size()) sums_.reciprocal_rank += 1 / static_cast<double>(place + 1);

  std::size_t above_plain = 0;
  for (const DocumentNumber number : ranked) {
    if (number == truth_.plain[vacancy]) {
      if (above_plain < 3) ++sums_.plain_3;
      if (above_plain < page) ++sums_.plain_10;
      ++sums_.plain_100;
    }
    const auto& written = truth_.written[number];
    if (!written || written->vacancy != vacancy) ++above_plain;
  }

  Grades grades{{std::to_string(truth_.intended[vacancy]), intended_grade}};
  for (const DocumentNumber number : broken_[vacancy]) {
    const Written& written = *truth_.written[number];
    grades[std::to_string(number)] = grade_of(written);
    const std::size_t found = place_of(number);
    Figures::Broken& counts = sums_.broken[static_cast<std::size_t>(*written.broken)];
    ++counts.made;
    if (found < ranked.size()) ++counts.shown;
    if (found < place) ++counts.above;
  }
  std::vector<Scored> scored;
  for (const DocumentNumber number : ranked)
    scored.push_back({std::to_string(number), -static_cast<float>(scored.size())});
  sums_.ndcg_10 += measures_of(grades, scored).ndcg_10;
  double relevant = 0, found = 0;
  for (const auto& [document, grade] : grades) {
    if (grade == 0) continue;
    ++relevant;
    if (std::ranges::find(scored, document, &Scored::document) != scored.end()) ++found;
  }
  sums_.recall_100 += found / relevant;

  static const std::vector<Criterion> musts = default_musts();
  for (const DocumentNumber number : ranked.first(std::min(page, ranked.size()))) {
    ++sums_.shown;
    if (!judge.missed(truth_.cvs[number].cv, musts).empty()) ++sums_.misfits;
  }
}

Outcome::Figures Outcome::figures() const {
  Figures mean = sums_;
  for (double* sum : {&mean.top_1, &mean.top_3, &mean.top_10, &mean.plain_3, &mean.plain_10,
                      &mean.plain_100, &mean.reciprocal_rank, &mean.ndcg_10, &mean.recall_100})
    *sum /= static_cast<double>(std::max<std::size_t>(vacancies_, 1));
  return mean;
}

}  // namespace incontro::bench
