// A must on the place is a hard radius: nobody beyond it is a result, whatever else the records
// say, in both directions; judged by positions alone.

#include <gtest/gtest.h>
#include <incontro/distance.h>
#include <incontro/places.h>

#include <cmath>
#include <numbers>

#include "support/home.h"
#include "support/records.h"
#include "support/seed.h"

namespace incontro {
namespace {

const Date today = day(2012, 12, 5);
constexpr int vacancy_count = 120, cv_count = 400;

// The angle between two directions from the Earth's middle: not by the formula of the engine.
double km_between(Position a, Position b) {
  const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
  const auto direction = [&](Position p) {
    const double lat = radians(p.latitude), lon = radians(p.longitude);
    return std::array{std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
  };
  const auto u = direction(a), v = direction(b);
  return 6371.0088 * 2 * std::asin(std::hypot(u[0] - v[0], u[1] - v[1], u[2] - v[2]) / 2);
}

enum class Verdict { inside, beyond, at_the_edge };

Verdict judge(const std::string& home, const std::string& workplace, bool to_be_had_abroad,
              unsigned km) {
  const auto verdict = [](bool inside) { return inside ? Verdict::inside : Verdict::beyond; };
  if (home.empty()) return verdict(to_be_had_abroad && workplace.starts_with("Z"));
  if (home == workplace) return Verdict::inside;
  if (workplace.starts_with("Z")) return verdict(to_be_had_abroad);
  const auto row = [](const std::string& code) { return *code_table(Table::territory).find(code); };
  const auto a = position_of(row(home)), b = position_of(row(workplace));
  if (a && b) {
    const double distance = km_between(*a, *b);
    if (std::abs(distance - km) < 0.002) return Verdict::at_the_edge;
    return verdict(distance <= km);
  }
  const auto lies_in = [](const std::string& place, const std::string& area) {
    const PlaceNames names = names_of(place);
    return names.province_code == area || names.region_code == area;
  };
  return verdict(lies_in(home, workplace) || lies_in(workplace, home));
}

class MatchRadius : public ::testing::Test {
 protected:
  MatchRadius() : random_(test_seed(18)), home_(today) {
    for (const CodeRow& row : code_table(Table::territory).rows())
      if (names_of(row.code).region_code == "08" || names_of(row.code).region_code == "03")
        near_.emplace_back(row.code);
    std::vector<Record> records;
    for (int n = 0; n < vacancy_count; ++n) {
      Vacancy v = small_vacancy(n, today);
      v.workplace = {place()};
      if (below(random_, 3) == 0) v.transfers = true;
      vacancies_.push_back(v);
      records.emplace_back(v);
    }
    for (int n = 0; n < cv_count; ++n) {
      Cv cv = small_cv(n, today);
      cv.person.home = {place()};
      cv.diffusion = {below(random_, 4) == 0 ? "03" : "02"};
      if (below(random_, 3) != 0) cv.wanted[0].transfers = below(random_, 2) == 0;
      if (below(random_, 4) == 0) {
        cv.wanted.push_back(cv.wanted[0]);
        cv.wanted[1].transfers = true;
      }
      cvs_.push_back(cv);
      records.emplace_back(cv);
    }
    home_.apply(records);
  }

  // Comuni of two regions beside each other, and now and then what is none: nothing, a province, a
  // region, a former comune that lies nowhere and one that was merged, a state.
  std::string place() {
    static const std::vector<std::string> odd = {"",     "BO",   "MI",   "08",   "12",
                                                 "A002", "A558", "Z110", "H501", "G273"};
    if (below(random_, 5) == 0) return odd[below(random_, odd.size())];
    return near_[below(random_, near_.size())];
  }

  MatchAnswer match(MatchRequest request) {
    auto answer = home_.engine().match(request);
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? std::move(*answer) : MatchAnswer{};
  }

  // `verdicts`: of each document of the found collection.
  void expect(const RecordCode& question, unsigned km, const std::vector<Verdict>& verdicts) {
    MatchRequest request;
    request.question = question;
    request.radius_km = km;
    request.limit = 1'000;
    request.settings = {{Criterion::transfers, CriterionKind::preferred, {}},
                        {Criterion::territory, CriterionKind::must, {}}};
    const MatchAnswer hard = match(request);
    request.settings.back().kind = CriterionKind::preferred;
    const MatchAnswer soft = match(request);
    std::size_t least = 0, most = 0;
    for (const Verdict verdict : verdicts) {
      least += verdict == Verdict::inside;
      most += verdict != Verdict::beyond;
    }
    const std::string what = question.value + " within " + std::to_string(km) + " km";
    EXPECT_GE(hard.total, least) << what;
    EXPECT_LE(hard.total, most) << what;
    EXPECT_EQ(soft.total, verdicts.size()) << what;
    for (const MatchResult& result : hard.results)
      EXPECT_NE(verdicts[result.number], Verdict::beyond) << what << ": " << result.code;
    std::uint64_t gained = 0;
    for (const MatchRelaxation& relaxation : hard.relax)
      if (relaxation.dropped == std::vector{Criterion::territory}) gained = relaxation.gained;
    EXPECT_EQ(hard.total + gained, soft.total) << what;
    found_ += hard.total;
  }

  unsigned radius() {
    constexpr unsigned some[] = {1, 10, 30, 50, 120, 500};
    return below(random_, 2) == 0 ? some[below(random_, std::size(some))]
                                  : 1 + static_cast<unsigned>(below(random_, 500));
  }

  std::mt19937_64 random_;
  TestHome home_;
  std::vector<std::string> near_;
  std::vector<Vacancy> vacancies_;
  std::vector<Cv> cvs_;
  std::uint64_t found_ = 0;
};

TEST_F(MatchRadius, HoldsForEveryCandidateAndLeavesNobodyOut) {
  for (const Vacancy& vacancy : vacancies_) {
    if (vacancy.workplace.empty()) continue;  // has no place that could be a must
    const unsigned km = radius();
    std::vector<Verdict> verdicts;
    for (const Cv& cv : cvs_)
      verdicts.push_back(
          judge(cv.person.home.value, vacancy.workplace.value, cv.diffusion.value == "03", km));
    expect(code_of(vacancy), km, verdicts);
  }
  EXPECT_GT(found_, 1'000u) << "hardly anybody is inside: the test says little";
}

TEST_F(MatchRadius, HoldsForEveryVacancyAndLeavesNoneOut) {
  for (int n = 0; n < 150; ++n) {
    const Cv& cv = cvs_[below(random_, cvs_.size())];
    const unsigned km = radius();
    std::vector<Verdict> verdicts;
    for (const Vacancy& vacancy : vacancies_)
      verdicts.push_back(vacancy.workplace.empty()
                             ? Verdict::inside
                             : judge(cv.person.home.value, vacancy.workplace.value,
                                     cv.diffusion.value == "03", km));
    expect(code_of(cv), km, verdicts);
  }
  EXPECT_GT(found_, 1'000u) << "hardly anything is inside: the test says little";
}

TEST(MatchTrips, SatisfyTheCriterionOfTripsAndNoOther) {
  TestHome home(today);
  Vacancy vacancy = small_vacancy(1, today);
  vacancy.transfers = true;
  std::vector<Record> records = {vacancy};
  const char* const homes[] = {"A944", "F257", "F205", "G273"};  // Bologna, Modena, Milano, Palermo
  for (int n = 0; n < 4; ++n)
    for (const bool trips : {false, true}) {
      Cv cv = small_cv(10 * (n + 1) + trips, today);
      cv.person.home = {homes[n]};
      cv.wanted[0].transfers = trips;
      records.emplace_back(cv);
    }
  home.apply(records);
  MatchRequest request;
  request.question = code_of(vacancy);
  request.radius_km = 45;
  request.settings = {{Criterion::territory, CriterionKind::must, {}}};
  const auto strict = home.engine().match(request);
  ASSERT_TRUE(strict);
  EXPECT_EQ(strict->total, 2u) << "of Bologna and Modena, those who go on trips";
  request.settings = {{Criterion::territory, CriterionKind::preferred, {}},
                      {Criterion::transfers, CriterionKind::ignored, {}}};
  const auto all = home.engine().match(request);
  ASSERT_TRUE(all);
  ASSERT_EQ(all->results.size(), 8u);
  for (std::size_t i = 0; i < 8; i += 2)
    EXPECT_EQ(all->results[i].score, all->results[i + 1].score)
        << "the same home, with trips and without";
}

}  // namespace
}  // namespace incontro
