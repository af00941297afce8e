#include <gtest/gtest.h>

#include <algorithm>

#include "match/criteria.h"
#include "match/pair.h"

namespace incontro {
namespace {

CodeIndex profession(std::string_view code) { return *code_table(Table::profession).find(code); }
std::size_t at(Criterion criterion) { return static_cast<std::size_t>(criterion); }
const PairScore::Part& part(const PairScore& score, Criterion criterion) {
  return score.parts[at(criterion)];
}

Profile cook_vacancy() {
  Profile vacancy;
  vacancy.availabilities = {{.profession = profession("5.2.2.1.0.4"), .contracts = 1}};
  return vacancy;
}

MatchTerms only(std::initializer_list<Criterion> kept) {
  MatchTerms terms = default_terms();
  for (std::size_t i = 0; i < criterion_count; ++i)
    if (std::ranges::find(kept, static_cast<Criterion>(i)) == kept.end())
      terms.settings[i].kind = CriterionKind::ignored;
  return terms;
}

TEST(MatchPairByHand, AWantedJobThatPassesGoesBeforeABetterOneThatDoesNot) {
  const Profile vacancy = cook_vacancy();
  const MatchTerms terms = only({Criterion::profession, Criterion::contract});
  Profile cv;
  cv.availabilities = {{.profession = profession("5.2.2.1.0.4"), .contracts = 2},
                       {.profession = profession("5.2.2.3"), .contracts = 1},
                       {.profession = profession("5.2.2.1.0.4"), .contracts = 2}};
  EXPECT_EQ(score_pair(vacancy, cv, terms, 0, 0).availability, 1u);
  EXPECT_TRUE(score_pair(vacancy, cv, terms, 0, 0).passes);
  cv.availabilities[1].contracts = 2;
  EXPECT_EQ(score_pair(vacancy, cv, terms, 0, 0).availability, 0u) << "the first of the best";
  EXPECT_FALSE(score_pair(vacancy, cv, terms, 0, 0).passes);
}

TEST(MatchPairByHand, TheReciprocalScoreIsTheHarmonicMeanOfBothSides) {
  Profile vacancy = cook_vacancy(), cv;
  vacancy.education = 5;
  cv.education = 4;
  cv.availabilities = {{.profession = no_code, .contracts = 1}};
  PairScore scored =
      score_pair(vacancy, cv, only({Criterion::education, Criterion::contract}), 0, 0);
  EXPECT_EQ(scored.score, 100u * (10 * 5'000 + 5 * 10'000) / 15);
  EXPECT_EQ(scored.reciprocal, 2ull * 500'000 * 1'000'000 / 1'500'000);
  scored = score_pair(vacancy, cv, only({Criterion::education}), 0, 0);
  EXPECT_EQ(scored.reciprocal, 666'666u) << "who wishes nothing is content";
  cv.education = 0;
  EXPECT_EQ(score_pair(vacancy, cv, only({Criterion::education}), 0, 0).reciprocal, 0u);
}

TEST(MatchPairByHand, WithoutAnythingToCompareTheScoreIsNothing) {
  Profile vacancy, cv;
  vacancy.availabilities.resize(1);
  cv.availabilities.resize(1);
  const PairScore scored = score_pair(vacancy, cv, only({}), full_units, 0);
  EXPECT_EQ(scored.score, 0u);
  EXPECT_EQ(scored.reciprocal, full_score);
  EXPECT_TRUE(scored.passes);
}

TEST(MatchPairByHand, AMustThatFailsIsNotAveragedAway) {
  Profile vacancy = cook_vacancy(), cv;
  vacancy.licences = 3;
  cv.licences = 1;
  cv.availabilities = {{.profession = profession("5.2.2.1.0.4")}};
  MatchTerms terms = default_terms();
  PairScore scored = score_pair(vacancy, cv, terms, 0, 0);
  EXPECT_FALSE(scored.passes);
  EXPECT_FALSE(part(scored, Criterion::licence).holds);
  EXPECT_EQ(part(scored, Criterion::licence).score, 5'000u);
  terms.settings[at(Criterion::licence)].kind = CriterionKind::preferred;
  const PairScore preferred = score_pair(vacancy, cv, terms, 0, 0);
  EXPECT_TRUE(preferred.passes);
  EXPECT_EQ(preferred.score, scored.score) << "a must counts by its weight too";
}

TEST(MatchPairByHand, ProfilesThatSayNothingAreComparedByTheirAgeAlone) {
  Profile nothing;
  nothing.availabilities.resize(1);
  const PairScore scored = score_pair(nothing, nothing, default_terms(), 0, 0);
  for (const CriterionInfo& info : criteria())
    EXPECT_EQ(part(scored, info.criterion).present, info.criterion == Criterion::freshness)
        << info.name;
}

// What a vacancy asks, what is just too little, and what is just enough.
struct Sides {
  Profile vacancy, cv;
  MatchTerms terms = default_terms();
  Availability& offered() { return vacancy.availabilities[0]; }
  Availability& wanted() { return cv.availabilities[0]; }
};
struct Border {
  Criterion criterion;
  void (*ask)(Sides& sides);
  void (*miss)(Sides& sides);
  void (*meet)(Sides& sides);
};
const Border borders[] = {
    {Criterion::profession, [](Sides& s) { s.offered().profession = profession("5.2.2.1.0.4"); },
     [](Sides& s) { s.wanted().profession = profession("5.2"); },
     [](Sides& s) { s.wanted().profession = profession("5.2.2"); }},
    {Criterion::experience,
     [](Sides& s) {
       s.offered() = {.profession = profession("5.2.2.1.0.4"), .experience = Stated::yes};
     },
     [](Sides& s) {
       s.cv.jobs = {{s.offered().profession, 1'300, 1'311}};
     },
     [](Sides& s) {
       s.cv.jobs = {{s.offered().profession, 1'300, 1'312}};
     }},
    {Criterion::education, [](Sides& s) { s.vacancy.education = 2; },
     [](Sides& s) { s.cv.education = 1; }, [](Sides& s) { s.cv.education = 2; }},
    {Criterion::language,
     [](Sides& s) {
       s.vacancy.languages = {{0, 3, 3, 3}};
     },
     [](Sides& s) {
       s.cv.languages = {{0, 3, 2, 3}};
     },
     [](Sides& s) {
       s.cv.languages = {{0, 3, 3, 3}};
     }},
    {Criterion::skill,
     [](Sides& s) {
       s.vacancy.skills = {3, 5};
     },
     [](Sides& s) {
       s.cv.skills = {3, 4, 6};
     },
     [](Sides& s) {
       s.cv.skills = {3, 4, 5};
     }},
    {Criterion::professional_register, [](Sides& s) { s.vacancy.registers = 1 << 26; },
     [](Sides& s) { s.cv.registers = 1 << 25; }, [](Sides& s) { s.cv.registers = 3 << 25; }},
    {Criterion::licence, [](Sides& s) { s.vacancy.licences = 1 << 1; },
     [](Sides& s) { s.cv.licences = 1; }, [](Sides& s) { s.cv.licences = 1 << 2; }},
    {Criterion::certificate, [](Sides& s) { s.vacancy.certificates = 3; },
     [](Sides& s) { s.cv.certificates = 2; }, [](Sides& s) { s.cv.certificates = 7; }},
    {Criterion::contract, [](Sides& s) { s.offered().contracts = 1; },
     [](Sides& s) { s.wanted().contracts = 2; }, [](Sides& s) { s.wanted().contracts = 0; }},
    {Criterion::mode, [](Sides& s) { s.offered().modes = 4; },
     [](Sides& s) { s.wanted().modes = 3; }, [](Sides& s) { s.wanted().modes = 7; }},
    {Criterion::transfers, [](Sides& s) { s.offered().transfers = Stated::yes; },
     [](Sides& s) { s.wanted().transfers = Stated::no; },
     [](Sides& s) { s.wanted().transfers = Stated::unstated; }},
    {Criterion::transport, [](Sides& s) { s.offered().transport = Stated::yes; },
     [](Sides& s) { s.wanted().transport = Stated::no; },
     [](Sides& s) { s.wanted().transport = Stated::unstated; }},
    {Criterion::territory, [](Sides& s) { s.vacancy.abroad = true; },
     [](Sides& s) { s.wanted().transfers = Stated::yes; }, [](Sides& s) { s.cv.abroad = true; }},
    {Criterion::salary,
     [](Sides& s) {
       s.terms.lowest_salary = 20'000;
       s.vacancy.salary = 1;
     },
     [](Sides& s) { s.vacancy.salary = 19'999; }, [](Sides& s) { s.vacancy.salary = 20'000; }},
};

TEST(MatchPairByHand, ACriterionIsThereWhereItIsAskedAndHoldsFromWhatIsAsked) {
  for (const Border& border : borders) {
    const auto name = criteria()[at(border.criterion)].name;
    Sides sides;
    sides.vacancy.availabilities.resize(1);
    sides.cv.availabilities.resize(1);
    const auto scored = [&] {
      const PairScore score = score_pair(sides.vacancy, sides.cv, sides.terms, 0, 0);
      return part(score, border.criterion);
    };
    EXPECT_FALSE(scored().present) << name;
    border.ask(sides);
    EXPECT_TRUE(scored().present) << name;
    border.miss(sides);
    EXPECT_FALSE(scored().holds) << name;
    EXPECT_LT(scored().score, full_units) << name;
    border.meet(sides);
    EXPECT_TRUE(scored().holds) << name;
  }
}

}  // namespace
}  // namespace incontro
