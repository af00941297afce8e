// The benchmark of matching in small: the CV written for a vacancy is found, who misses a must is
// not, and the public baseline does worse.

#include <gtest/gtest.h>

#include "matching/outcome.h"
#include "matching/promises.h"
#include "matching/rankings.h"
#include "support/home.h"
#include "support/records.h"

namespace incontro::bench {
namespace {

const Date today = day(2026, 11, 23);

TEST(MatchQuality, TheIntendedCvIsAmongTheFirstThreeAndNoMustIsMissed) {
  const Generator generator(2012, today);
  const Truth truth = make_truth(generator, {80, 80, 4'000});
  TestHome home(today);
  std::vector<Record> records;
  for (const ReferenceVacancy& vacancy : truth.vacancies) records.emplace_back(vacancy.vacancy);
  for (const ReferenceCv& cv : truth.cvs) records.emplace_back(cv.cv);
  home.apply(records);

  Outcome ours(truth), weighted(truth), exact(truth);
  for (std::size_t n = 0; n < truth.intended.size(); ++n) {
    const Vacancy& vacancy = truth.vacancies[n].vacancy;
    const Judge judge(vacancy);
    const auto ranked = ranked_by_engine(
        home.engine(), {Collection::vacancies, vacancy.system.code}, Outcome::depth);
    ASSERT_TRUE(ranked) << ranked.error().message;
    ours.add(n, judge, *ranked);
    const ReferenceRankings reference = cvs_by_reference(truth, n, Outcome::depth);
    weighted.add(n, judge, reference.weighted);
    exact.add(n, judge, reference.exact);
  }

  const Outcome::Figures figures = ours.figures();
  EXPECT_GE(figures.top_3, 0.95);
  EXPECT_EQ(figures.misfits, 0u);
  for (std::size_t i = 0; i < requirement_count; ++i) {
    const CriterionInfo& info =
        criteria()[static_cast<std::size_t>(criterion_of(static_cast<Requirement>(i)))];
    if (info.kind == CriterionKind::must) {
      EXPECT_EQ(figures.broken[i].shown, 0u) << info.name;
    } else {
      EXPECT_LE(figures.broken[i].above * 20, figures.broken[i].made) << info.name;
    }
  }
  const auto promises = promises_of(home.engine(), truth);
  ASSERT_TRUE(promises) << promises.error().message;
  for (const Promises::Asked* asked : {&promises->by_vacancies, &promises->by_cvs}) {
    EXPECT_GE(asked->profession.shown, 80u);
    EXPECT_EQ(asked->profession.broken, 0u);
    EXPECT_GE(asked->radius.shown, 80u);
    EXPECT_EQ(asked->radius.broken, 0u);
  }
  EXPECT_GT(figures.reciprocal_rank, weighted.figures().reciprocal_rank);
  EXPECT_GT(figures.reciprocal_rank, exact.figures().reciprocal_rank);
  EXPECT_GT(weighted.figures().misfits, 0u)
      << "a mean dilutes a must: if not here, what is tested?";
}

}  // namespace
}  // namespace incontro::bench
