#include "relevance/measures.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <fstream>

#include "support/seed.h"
#include "support/temp_dir.h"

namespace incontro::bench {
namespace {

using ::testing::ElementsAre;

std::vector<Scored> ranked(std::initializer_list<const char*> documents) {
  std::vector<Scored> rows;
  for (const char* document : documents)
    rows.push_back({document, static_cast<float>(documents.size() - rows.size())});
  return rows;
}

// Worked by hand from the definitions. Relevant: b (grade 1), d (3), e (1, never found); c is
// judged and not relevant, f has a negative grade as some collections give to spam.
//   ranks 1 a, 2 b, 3 c, 4 d:  RR 1/2, AP (1/2 + 2/4) / 3 = 1/3
//   DCG = 1/log2(3) + 3/log2(5) = 0.63093 + 1.29203; ideal 3/log2(2) + 1/log2(3) + 1/log2(4)
TEST(Measures, AreThoseOfTheWorkedExample) {
  const Grades grades = {{"b", 1}, {"c", 0}, {"d", 3}, {"e", 1}, {"f", -2}};
  const Measures m = measures_of(grades, ranked({"a", "b", "c", "d"}));
  EXPECT_DOUBLE_EQ(m.reciprocal_rank, 0.5);
  EXPECT_EQ(m.success_1, 0);
  EXPECT_EQ(m.success_5, 1);
  EXPECT_EQ(m.success_10, 1);
  EXPECT_NEAR(m.average_precision, 1.0 / 3, 1e-12);
  EXPECT_NEAR(m.ndcg_10, 1.92296 / 4.13093, 1e-5);
}

TEST(Measures, LookAsDeepAsTheyShould) {
  std::vector<Scored> rows;
  for (int i = 0; i < 20; ++i) rows.push_back({std::to_string(i), static_cast<float>(20 - i)});
  const auto at_rank = [&](int rank) {
    return measures_of(Grades{{std::to_string(rank - 1), 1}}, rows);
  };
  EXPECT_EQ(at_rank(1).success_1, 1);
  EXPECT_EQ(at_rank(5).success_5, 1);
  EXPECT_EQ(at_rank(6).success_5, 0);
  EXPECT_EQ(at_rank(10).success_10, 1);
  EXPECT_EQ(at_rank(11).success_10, 0);
  EXPECT_NEAR(at_rank(10).ndcg_10, 1 / std::log2(11.0), 1e-12);
  EXPECT_EQ(at_rank(11).ndcg_10, 0);
  EXPECT_NEAR(at_rank(11).reciprocal_rank, 1.0 / 11, 1e-12);
  EXPECT_NEAR(at_rank(11).average_precision, 1.0 / 11, 1e-12);
}

TEST(Measures, ArePerfectForAPerfectOrderAndNothingForNothing) {
  std::mt19937_64 random(test_seed(11));
  for (int round = 0; round < 100; ++round) {
    Grades grades;
    for (std::size_t n = 1 + below(random, 30); n > 0; --n)
      grades["d" + std::to_string(n)] = static_cast<int>(1 + below(random, 4));
    std::vector<Scored> best;
    for (const auto& [document, grade] : grades) best.push_back({document, float(grade)});
    sort_as_trec_eval(best);
    const Measures m = measures_of(grades, best);
    for (const double value : {m.reciprocal_rank, m.success_1, m.average_precision, m.ndcg_10})
      EXPECT_NEAR(value, 1, 1e-9);
    const Measures none = measures_of(grades, {});
    for (const double value :
         {none.reciprocal_rank, none.success_10, none.average_precision, none.ndcg_10})
      EXPECT_EQ(value, 0);
  }
}

TEST(Measures, CountAQueryThatTheRunDoesNotHave) {
  const Judgments judgments = {{"q1", {{"a", 1}}}, {"q2", {{"a", 1}}}, {"q3", {{"a", 0}}}};
  const TrecRun run = {{"q1", ranked({"a"})}, {"q3", ranked({"a"})}, {"q9", ranked({"a"})}};
  const auto rows = measures_of(judgments, run);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_NEAR(mean_of(rows).reciprocal_rank, 1.0 / 3, 1e-12);
}

class TrecFiles : public ::testing::Test {
 protected:
  std::filesystem::path write(const std::string& text) {
    std::ofstream(directory_ / "file", std::ios::binary) << text;
    return directory_ / "file";
  }
  TempDir directory_;
};

TEST_F(TrecFiles, OfRunsAreSortedByScoreAndThenByDescendingDocument) {
  const TrecRun run = read_run(write(
      "q Q0 d2 1 1.5 x\nq Q0 d10 2 1.5 x\nq Q0 d1 3 7 x\np\tQ0 d3 9 -1e-1 x\nq Q0 d9 4 1.5 x\n"));
  std::vector<std::string> order;
  for (const Scored& row : run.at("q")) order.push_back(row.document);
  EXPECT_THAT(order, ElementsAre("d1", "d9", "d2", "d10"));
  EXPECT_EQ(run.at("p").size(), 1U);
}

// As in trec_eval, which keeps scores as floats.
TEST_F(TrecFiles, HaveTiesWhereAFloatSeesNone) {
  const TrecRun run = read_run(write("q Q0 a 1 1000.00002 x\nq Q0 b 2 1000.00001 x\n"));
  EXPECT_EQ(run.at("q").front().document, "b");
}

TEST_F(TrecFiles, OfJudgmentsAreReadWithAllGrades) {
  const Judgments judgments = read_judgments(write("q1 0 a 2\nq1\t0\tb\t-1\nq2 0 a 0\n"));
  EXPECT_EQ(judgments.at("q1").at("a"), 2);
  EXPECT_EQ(judgments.at("q1").at("b"), -1);
  EXPECT_EQ(judgments.at("q2").size(), 1U);
}

TEST_F(TrecFiles, ThatAreWrongEndTheProgramWithTheLine) {
  EXPECT_EXIT(read_run(write("q Q0 a 1 2.5 x\nq Q0 a one\n")), ::testing::ExitedWithCode(1),
              "line 2");
  EXPECT_EXIT(read_judgments(directory_ / "absent"), ::testing::ExitedWithCode(1), "absent");
}

}  // namespace
}  // namespace incontro::bench
