#include <gtest/gtest.h>
#include <incontro/distance.h>

#include <algorithm>
#include <cmath>

#include "match/condition_score.h"
#include "match/criteria.h"
#include "match/experience_score.h"
#include "match/profession_score.h"
#include "match/profession_similarity.h"
#include "match/qualification_score.h"
#include "match/skill_score.h"
#include "match/territory_score.h"
#include "support/seed.h"

namespace incontro {
namespace {

CodeIndex row(Table table, std::string_view code) {
  const auto found = code_table(table).find(code);
  EXPECT_TRUE(found) << code;
  return found.value_or(no_code);
}
CodeIndex profession(std::string_view code) { return row(Table::profession, code); }
CodeIndex place(std::string_view code) { return row(Table::territory, code); }
CodeIndex language(std::string_view code) { return row(Table::language, code); }
CodeBits licence(std::string_view code) { return CodeBits{1} << row(Table::licence, code); }

// --- The table

TEST(Criteria, AreFoundByTheirNamesAndByNothingElse) {
  ASSERT_EQ(criteria().size(), criterion_count);
  for (const CriterionInfo& info : criteria()) {
    EXPECT_EQ(find_criterion(info.name), info.criterion);
    EXPECT_EQ(&criteria()[static_cast<std::size_t>(info.criterion)], &info);
    EXPECT_LE(info.weight, most_weight);
    EXPECT_TRUE(info.may_be_must || info.kind != CriterionKind::must) << info.name;
  }
  for (const char* name : {"", "Licence", "licence ", "professional_register", "età"})
    EXPECT_FALSE(find_criterion(name)) << name;
}

// --- Profession

TEST(ProfessionSimilarity, IsLinsOverTheTree) {
  const CodeTable& table = code_table(Table::profession);
  const auto content = [&](CodeIndex node) {
    return 1 - std::log(table.row(node).last - node + 1.0) /
                   std::log(static_cast<double>(table.rows().size()));
  };
  const CodeIndex a = profession("2.1.1.4.1.4"), b = profession("2.1.1.5.1");
  EXPECT_NEAR(profession_similarity(a, b),
              full_units * 2 * content(profession("2.1.1")) / (content(a) + content(b)), 1);
  EXPECT_EQ(profession_similarity(a, a), full_units);
  EXPECT_EQ(profession_similarity(a, profession("5")), 0u) << "no common root";
  EXPECT_EQ(profession_similarity(no_code, a), 0u);
  EXPECT_EQ(profession_similarity(no_code, no_code), 0u);
  EXPECT_GT(profession_similarity(a, profession("2.1.1.4.1.5")), profession_similarity(a, b));
  EXPECT_GT(profession_similarity(a, b), profession_similarity(a, profession("2.2.1.1.1")));
}

TEST(ProfessionSimilarity, IsTheSameForAllRowsAtOnceAndSymmetric) {
  std::mt19937_64 random(test_seed(1));
  const std::size_t size = code_table(Table::profession).rows().size();
  std::vector<CodeIndex> rows{0, static_cast<CodeIndex>(size - 1), profession("2.1"),
                              profession("2.1.1.4.1"), profession("2.1.1.4.1.0")};
  for (int i = 0; i < 40; ++i) rows.push_back(static_cast<CodeIndex>(below(random, size)));
  for (const CodeIndex a : rows) {
    const std::vector<Units> all = similarities_to(a);
    ASSERT_EQ(all.size(), size);
    for (std::size_t i = 0; i < size; ++i) {
      const auto b = static_cast<CodeIndex>(i);
      ASSERT_EQ(all[i], profession_similarity(a, b)) << a << " " << b;
      ASSERT_EQ(all[i], profession_similarity(b, a)) << a << " " << b;
      ASSERT_EQ(all[i] == full_units, a == b) << a << " " << b;
      ASSERT_LE(all[i], full_units);
    }
  }
  EXPECT_EQ(similarities_to(no_code), std::vector<Units>(size));
}

TEST(ProfessionClasses, AreTheThirdLevelAndUnitsTheFifth) {
  const CodeIndex clerk = profession("2.1.1.4.1.4");
  EXPECT_EQ(class_range(clerk).first, profession("2.1.1"));
  EXPECT_EQ(class_range(clerk).second, code_table(Table::profession).row(profession("2.1.1")).last);
  EXPECT_EQ(unit_range(clerk).first, profession("2.1.1.4.1"));
  EXPECT_EQ(class_range(profession("2.1")), CodeRange(profession("2.1"), profession("2.1")));
  EXPECT_EQ(unit_range(profession("2.1.1.4")),
            CodeRange(profession("2.1.1.4"), profession("2.1.1.4")));
  EXPECT_TRUE(same_class(clerk, profession("2.1.1")));
  EXPECT_TRUE(same_class(profession("2.1.1"), clerk));
  EXPECT_FALSE(same_class(clerk, profession("2.1")));
  EXPECT_FALSE(same_class(profession("2.1"), clerk));
  EXPECT_FALSE(same_class(clerk, profession("2.2.1")));
  EXPECT_FALSE(same_class(no_code, no_code));
  EXPECT_FALSE(same_class(clerk, no_code));
}

TEST(ProfessionScore, IsTheWishesAndTakesAJobDoneForThreeTenths) {
  const CodeIndex cook = profession("5.2.2.1.0"), analyst = profession("2.1.1.4.1");
  const std::vector<JobSpan> jobs{{analyst, 0, 10}, {cook, 5, 7}};
  EXPECT_EQ(profession_score(cook, {}, cook), full_units);
  EXPECT_EQ(profession_score(analyst, jobs, cook), full_units * 3 / 10);
  EXPECT_EQ(profession_score(no_code, {}, cook), 0u);
}

TEST(ProfessionScore, OfAWishInTheClassIsAboveThatOfAnyJobDone) {
  for (CodeIndex wanted = 0; wanted < code_table(Table::profession).rows().size(); ++wanted) {
    const auto [first, last] = class_range(wanted);
    const std::vector<Units> similar = similarities_to(wanted);
    const auto least =
        *std::min_element(similar.begin() + first, similar.begin() + last + std::ptrdiff_t{1});
    ASSERT_GT(least, done_share(full_units)) << code_table(Table::profession).row(wanted).code;
  }
}

TEST(ProfessionMust, IsAMatterOfTheWishUnlessPastWorkIsToCount) {
  const CodeIndex cook = profession("5.2.2.1.0.4"), dishwasher = profession("8.1.4.2"),
                  barman = profession("5.2.2.4.0"), leaf = profession("5.2.2.1.0.1");
  const std::vector<JobSpan> jobs{{barman, 0, 10}, {leaf, 5, 7}, {dishwasher, 6, 9}};
  EXPECT_FALSE(profession_holds(dishwasher, jobs, cook, false));
  EXPECT_TRUE(profession_holds(dishwasher, jobs, cook, true));
  EXPECT_FALSE(profession_holds(no_code, jobs, cook, false));
  EXPECT_TRUE(profession_holds(no_code, jobs, cook, true));
  EXPECT_FALSE(profession_holds(dishwasher, {}, cook, true));
  EXPECT_TRUE(profession_holds(barman, {}, cook, false)) << "a wish of the same class";
  EXPECT_EQ(fitting_past_work(dishwasher, jobs, cook), leaf) << "the most similar";
  EXPECT_EQ(fitting_past_work(barman, jobs, cook), no_code) << "the wish fits itself";
  EXPECT_EQ(fitting_past_work(dishwasher, {}, cook), no_code);
  EXPECT_EQ(fitting_past_work(cook, jobs, dishwasher), dishwasher);
}

// --- Experience

TEST(RelatedMonths, CountTheUnitWholeTheClassHalfAndNoMonthTwice) {
  const CodeIndex unit = profession("2.1.1.4.1.4"), same_unit = profession("2.1.1.4.1.5"),
                  same_class = profession("2.1.1.5.1"), other = profession("5.2.2.1.0");
  struct Case {
    const char* what;
    std::vector<JobSpan> jobs;
    unsigned months;
  };
  const Case cases[] = {
      {"none", {}, 0},
      {"one", {{unit, 100, 124}}, 24},
      {"another of the unit", {{same_unit, 100, 124}}, 24},
      {"another of the class", {{same_class, 100, 125}}, 12},
      {"another class", {{other, 100, 124}}, 0},
      {"overlapping", {{unit, 100, 112}, {same_unit, 106, 118}}, 18},
      {"one inside another", {{unit, 100, 124}, {unit, 104, 106}}, 24},
      {"a class job beside a unit job", {{unit, 100, 112}, {same_class, 100, 124}}, 12 + 6},
      {"a class job first", {{same_class, 90, 110}, {unit, 100, 112}}, 12 + 5},
      {"gaps", {{unit, 100, 101}, {unit, 200, 202}}, 3},
      {"empty and backward", {{unit, 100, 100}, {unit, 120, 110}}, 0},
      {"without dates", {{unit, no_month, no_month}, {unit, 3, no_month}}, 0},
      {"all of time", {{unit, 0, 0xFFFE}}, 0xFFFE},
      {"without a profession", {{no_code, 0, 100}}, 0},
  };
  for (const Case& c : cases)
    EXPECT_EQ(related_months(c.jobs, related_to(unit)), c.months) << c.what;
  EXPECT_EQ(related_months(cases[1].jobs, related_to(no_code)), 0u);
}

TEST(Experience, IsTheShareOfTheMonthsAskedAndHalfByDeclaration) {
  EXPECT_EQ(experience_score(0, 12, Stated::unstated), 0u);
  EXPECT_EQ(experience_score(6, 24, Stated::no), 2'500u);
  EXPECT_EQ(experience_score(6, 24, Stated::yes), 5'000u);
  EXPECT_EQ(experience_score(18, 24, Stated::yes), 7'500u);
  EXPECT_EQ(experience_score(65'535, 1, Stated::no), full_units);
  EXPECT_EQ(experience_score(65'534, 65'535, Stated::no), 9'999u);
  EXPECT_TRUE(experience_holds(0, 12, Stated::yes));
  EXPECT_TRUE(experience_holds(12, 12, Stated::no));
  EXPECT_FALSE(experience_holds(11, 12, Stated::unstated));
  Profile vacancy;
  EXPECT_EQ(months_asked(vacancy.months_asked), 12u);
  vacancy.months_asked = 36;
  EXPECT_EQ(months_asked(vacancy.months_asked), 36u);
}

// --- Education, languages, licences

TEST(Education, IsFullWhereReachedAndHalfOneBelow) {
  EXPECT_EQ(education_score(5, 5), full_units);
  EXPECT_EQ(education_score(5, 8), full_units);
  EXPECT_EQ(education_score(5, 4), 5'000u);
  EXPECT_EQ(education_score(5, 3), 0u);
  EXPECT_EQ(education_score(5, 0), 0u);
  EXPECT_EQ(education_score(1, 0), 0u) << "what a CV does not state is no level";
  EXPECT_EQ(education_score(255, 254), 5'000u);
  EXPECT_FALSE(asks_education(0));
  EXPECT_FALSE(asks_education(1)) << "no title: asks nothing";
  EXPECT_TRUE(asks_education(2));
}

TEST(Languages, AreTheMeanOfTheLevelsReached) {
  const CodeIndex english = language("001"), german = language("002"), italian = language("003");
  struct Case {
    const char* what;
    std::vector<LanguageLevels> asked, held;
    Units score;
    bool holds;
  };
  const Case cases[] = {
      {"reached", {{english, 3, 3, 3}}, {{english, 6, 3, 4}}, full_units, true},
      {"not held", {{english, 3, 3, 3}}, {{german, 6, 6, 6}}, 0, false},
      {"half of one level", {{english, 4, 4, 0}}, {{english, 4, 2, 0}}, 7'500, false},
      {"unstated levels", {{english, 1, 1, 1}}, {{english, 0, 0, 0}}, 5'000, false},
      {"one unstated level", {{english, 2, 0, 2}}, {{english, 2, 2, 0}}, 7'500, false},
      {"no level asked", {{english, 0, 0, 0}}, {{english, 0, 0, 0}}, full_units, true},
      {"no level asked, not held", {{english, 0, 0, 0}}, {}, 0, false},
      {"one of two", {{english, 3, 3, 3}, {german, 1, 0, 0}}, {{english, 3, 3, 3}}, 5'000, false},
      {"Italian unlisted", {{italian, 6, 6, 6}}, {}, full_units, true},
      {"Italian without levels", {{italian, 6, 6, 6}}, {{italian, 0, 0, 0}}, full_units, true},
      {"Italian at a level", {{italian, 4, 4, 4}}, {{italian, 2, 4, 0}}, 8'333, false},
      {"levels that are none", {{english, 255, 0, 0}}, {{english, 254, 0, 0}}, 9'960, false},
      {"no language", {{no_code, 1, 0, 0}}, {}, 0, false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(language_score(c.asked, c.held), c.score) << c.what;
    EXPECT_EQ(languages_hold(c.asked, c.held), c.holds) << c.what;
  }
}

TEST(Licences, CAndDStandForBAndItalianOnesForThatOfTheUnion) {
  const CodeBits a = licence("01"), b = licence("02"), c = licence("03"), d = licence("04"),
                 of_the_union = licence("12"), outside = licence("13");
  EXPECT_EQ(with_implied_licences(0), 0u);
  EXPECT_EQ(with_implied_licences(c), c | b | of_the_union);
  EXPECT_EQ(with_implied_licences(d), d | b | of_the_union);
  EXPECT_EQ(with_implied_licences(a), a | of_the_union);
  EXPECT_EQ(with_implied_licences(outside), outside);
  EXPECT_EQ(share_held(b | c, with_implied_licences(c)), full_units);
  EXPECT_EQ(share_held(b | c, with_implied_licences(b)), 5'000u);
  EXPECT_FALSE(all_held(b | c, with_implied_licences(b)));
  EXPECT_TRUE(all_held(0, 0));
  EXPECT_EQ(share_held(0xFFFF'FFFF, 0x7FFF'FFFF), full_units * 31 / 32);
}

// --- Skills

TEST(Skills, AreTheShareOfTheWeightAndThreeTenthsOfWhatIsNear) {
  std::vector<CodeIndex> office, kitchen;
  const CodeTable& table = code_table(Table::skill);
  for (std::size_t i = 0; i < table.rows().size(); ++i) {
    const auto skill = static_cast<CodeIndex>(i);
    if (table.extra(skill, "group") == "Informatica: ufficio") office.push_back(skill);
    if (table.extra(skill, "group") == "Ristorazione e alberghi") kitchen.push_back(skill);
  }
  ASSERT_GE(office.size(), 3u);
  ASSERT_GE(kitchen.size(), 2u);
  std::vector<CodeIndex> asked{office[0], office[1], kitchen[0]};
  std::ranges::sort(asked);
  const auto score = [&](std::vector<CodeIndex> had, std::vector<std::uint32_t> weights = {}) {
    std::ranges::sort(had);
    return skill_score(weigh_skills(asked, had, weights));
  };
  EXPECT_EQ(score({}), 0u);
  EXPECT_EQ(score(asked), full_units);
  EXPECT_EQ(score({office[0]}), full_units * 13 / 30) << "one had, one near";
  EXPECT_EQ(score({office[2]}), full_units * 6 / 30) << "two near";
  EXPECT_EQ(score({office[2], kitchen[0]}), full_units * 16 / 30);
  std::vector<std::uint32_t> weights(table.rows().size(), 1);
  weights[kitchen[0]] = 8;
  EXPECT_EQ(score({kitchen[0]}, weights), 8'000u);
  weights.assign(weights.size(), 0xFFFF'FFFF);
  EXPECT_EQ(score({office[0]}, weights), full_units * 13 / 30) << "sums do not overflow";
}

TEST(Skills, WhatIsGatheredBecauseItFitsNowhereIsNearNothing) {
  const CodeTable& table = code_table(Table::skill);
  for (const std::string_view group : {"Altre competenze", "Informatica: altro"}) {
    std::vector<CodeIndex> skills;
    for (std::size_t i = 0; i < table.rows().size(); ++i)
      if (const auto skill = static_cast<CodeIndex>(i); table.extra(skill, "group") == group)
        skills.push_back(skill);
    ASSERT_GE(skills.size(), 2u);
    EXPECT_EQ(
        skill_score(weigh_skills(std::span(skills).first(1), std::span(skills).subspan(1, 1), {})),
        0u);
  }
}

// --- Conditions

TEST(Conditions, AreFullWhereNothingSpeaksAgainst) {
  EXPECT_EQ(accepts_score(0, 1), full_units);
  EXPECT_EQ(accepts_score(3, 2), full_units);
  EXPECT_EQ(accepts_score(5, 2), 0u);
  EXPECT_EQ(readiness_score(Stated::yes), full_units);
  EXPECT_EQ(readiness_score(Stated::unstated), 5'000u);
  EXPECT_EQ(readiness_score(Stated::no), 0u);
  EXPECT_EQ(salary_score(20'000, 25'000), 8'000u);
  EXPECT_EQ(salary_score(0xFFFF'FFFF, 1), full_units);
  EXPECT_EQ(salary_score(1, 0xFFFF'FFFF), 0u);
}

TEST(Freshness, FallsFromAWeekToSixtyDays) {
  for (const int age : {-2'000'000, -1, 0, 7}) EXPECT_EQ(freshness_score(age), full_units) << age;
  EXPECT_EQ(freshness_score(8), full_units * 52 / 53);
  EXPECT_EQ(freshness_score(59), full_units * 1 / 53);
  for (const int age : {60, 61, 2'000'000}) EXPECT_EQ(freshness_score(age), 0u) << age;
}

// --- Territory

const char* const bologna = "A944";
const char* const casalecchio = "B880";
const char* const modena = "F257";
const char* const piacenza = "G535";
const char* const palermo = "G273";
const char* const albania = "Z100";
const char* const france = "Z110";
const char* const unknown_former = "A002";

TEST(Nearness, FallsWithTheDistanceButNotBelowProvinceAndRegion) {
  EXPECT_EQ(nearness(place(bologna), place(bologna)), full_units);
  EXPECT_EQ(nearness(place(bologna), place(casalecchio)), full_units) << "within 10 km";
  const double km = distance_km(*position_of(place(bologna)), *position_of(place(modena)));
  EXPECT_EQ(nearness(place(bologna), place(modena)),
            static_cast<Units>(std::lround(full_units * std::exp2(-(std::ceil(km) - 10) / 30))));
  EXPECT_EQ(nearness(place(bologna), place(piacenza)), 1'000u) << "140 km, but the same region";
  EXPECT_EQ(nearness(place(bologna), place("PC")), 1'000u) << "a province has no position";
  EXPECT_EQ(nearness(place(bologna), place("BO")), 3'000u);
  EXPECT_EQ(nearness(place(bologna), place("08")), 1'000u);
  EXPECT_EQ(nearness(place("08"), place("08")), full_units);
  EXPECT_LT(nearness(place(bologna), place(palermo)), 10u);
  EXPECT_EQ(nearness(place(france), place(france)), full_units);
  EXPECT_EQ(nearness(place(france), place(albania)), 0u) << "states are no provinces";
  EXPECT_EQ(nearness(place(france), place(bologna)), 0u);
  EXPECT_EQ(nearness(place("EE"), place(france)), 0u);
  for (const CodeIndex unstated : {no_code, place("0000")}) {
    EXPECT_EQ(nearness(unstated, place(bologna)), 5'000u);
    EXPECT_EQ(nearness(place(france), unstated), 5'000u);
    EXPECT_EQ(nearness(unstated, unstated), 5'000u);
    EXPECT_FALSE(states_place(unstated));
  }
  EXPECT_TRUE(states_place(0));
}

TEST(Nearness, IsTheSameFromOnePlaceToAllAndSymmetric) {
  std::mt19937_64 random(test_seed(2));
  const std::size_t size = code_table(Table::territory).rows().size();
  std::vector<CodeIndex> rows{no_code,       place("0000"),        place("EE"),    place("XX"),
                              place("08"),   place("BO"),          place(bologna), place(albania),
                              place("A009"), place(unknown_former)};
  for (int i = 0; i < 10; ++i) rows.push_back(static_cast<CodeIndex>(below(random, size)));
  for (const CodeIndex a : rows) {
    const auto radius = static_cast<unsigned>(1 + below(random, 500));
    const PlaceTable all = places_from(a, radius);
    ASSERT_EQ(all.nearness.size(), size);
    ASSERT_EQ(all.inside.size(), size);
    for (std::size_t i = 0; i < size; ++i) {
      const auto b = static_cast<CodeIndex>(i);
      ASSERT_EQ(all.nearness[i], nearness(a, b)) << a << " " << b;
      ASSERT_EQ(all.nearness[i], nearness(b, a)) << a << " " << b;
      ASSERT_EQ(all.inside[i], inside(a, b, radius)) << a << " " << b << " km " << radius;
      ASSERT_EQ(all.inside[i], inside(b, a, radius)) << a << " " << b << " km " << radius;
    }
  }
}

TEST(Territory, InsideIsTheRadiusOrAnAreaThatIsNamed) {
  EXPECT_TRUE(inside(place(bologna), place(modena), 50));
  EXPECT_FALSE(inside(place(bologna), place(modena), 30));
  EXPECT_TRUE(inside(place(bologna), place("BO"), 1)) << "who says Bologna's province says Bologna";
  EXPECT_TRUE(inside(place("08"), place(bologna), 1));
  EXPECT_TRUE(inside(place("BO"), place("08"), 1));
  EXPECT_FALSE(inside(place(bologna), place("MO"), 500));
  EXPECT_FALSE(inside(place("BO"), place("MO"), 500))
      << "of one region, but neither is in the other";
  EXPECT_TRUE(inside(place(france), place(france), 1));
  EXPECT_FALSE(inside(place("EE"), place(france), 500)) << "abroad is no area to live in";
  EXPECT_FALSE(inside(no_code, place(bologna), 500));
}

TEST(Territory, APlaceThatLiesNobodyKnowsWhereIsNearNothingButItselfAndItsAreas) {
  const CodeIndex former = place(unknown_former);
  const CodeTable& table = code_table(Table::territory);
  const CodeIndex province = table.row(former).parent;
  EXPECT_TRUE(inside(former, former, 1));
  EXPECT_TRUE(inside(former, province, 1));
  for (CodeIndex other = province + 1; other <= table.row(province).last; ++other)
    EXPECT_EQ(inside(former, other, 500), other == former) << table.row(other).code;
}

TEST(Territory, IsTheNearnessInItalyAndTheEuropeanNetworkAbroad) {
  EXPECT_EQ(territory_score(8'000, false, false), 8'000u);
  EXPECT_EQ(territory_score(0, false, true), 0u) << "Europe is no nearer to Bologna";
  EXPECT_EQ(territory_score(unstated_nearness, true, false), 0u);
  EXPECT_EQ(territory_score(0, true, true), full_units);
  EXPECT_EQ(territory_score(full_units, true, false), full_units);
  EXPECT_FALSE(territory_holds(9'000, false, false, true));
  EXPECT_TRUE(territory_holds(3'000, true, false, false));
  EXPECT_FALSE(territory_holds(unstated_nearness, false, true, false));
  EXPECT_TRUE(territory_holds(0, false, true, true));
}

}  // namespace
}  // namespace incontro
