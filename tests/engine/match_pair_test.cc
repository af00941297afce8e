#include <gtest/gtest.h>

#include <algorithm>

#include "engine/random_profiles.h"
#include "match/criteria.h"
#include "match/pair.h"
#include "support/seed.h"

namespace incontro {
namespace {

constexpr int rounds = 3'000;

std::size_t at(Criterion criterion) { return static_cast<std::size_t>(criterion); }
const PairScore::Part& part(const PairScore& score, Criterion criterion) {
  return score.parts[at(criterion)];
}

void expect_same(const PairScore& a, const PairScore& b) {
  EXPECT_EQ(a.score, b.score);
  EXPECT_EQ(a.reciprocal, b.reciprocal);
  EXPECT_EQ(a.passes, b.passes);
  EXPECT_EQ(a.availability, b.availability);
  for (const CriterionInfo& info : criteria()) {
    const PairScore::Part &x = part(a, info.criterion), &y = part(b, info.criterion);
    EXPECT_EQ(std::tuple(x.present, x.holds, x.score, x.contribution),
              std::tuple(y.present, y.holds, y.score, y.contribution))
        << info.name;
  }
}

// A pair as a search may meet it.
struct Drawn {
  explicit Drawn(RandomProfiles& random)
      : vacancy(random.vacancy()),
        cv(random.cv()),
        terms(random.terms()),
        text(static_cast<Units>(random.below(full_units + 1))),
        age_days(static_cast<int>(random.below(90))) {}
  PairScore score() const { return score_pair(vacancy, cv, terms, text, age_days); }

  Profile vacancy, cv;
  MatchTerms terms;
  Units text;
  int age_days;
};

class MatchPair : public ::testing::Test {
 protected:
  RandomProfiles random_{test_seed(38)};
};

TEST_F(MatchPair, ContributionsSumToTheScoreExactlyAndAllIsWithinBounds) {
  for (int round = 0; round < rounds; ++round) {
    const Drawn pair(random_);
    const PairScore scored = pair.score();
    std::uint64_t sum = 0, weighted = 0, weights = 0;
    bool passes = true;
    for (std::size_t i = 0; i < criterion_count; ++i) {
      const PairScore::Part& each = scored.parts[i];
      const auto [kind, weight] = pair.terms.settings[i];
      if (kind == CriterionKind::ignored) {
        ASSERT_FALSE(each.present);
      }
      if (!each.present) {
        ASSERT_EQ(each.contribution, 0u);
        continue;
      }
      ASSERT_LE(each.score, full_units);
      sum += each.contribution;
      weighted += std::uint64_t{each.score} * weight;
      weights += weight;
      passes &= kind != CriterionKind::must || each.holds;
    }
    ASSERT_EQ(sum, scored.score);
    ASSERT_EQ(scored.score, weights == 0 ? 0 : 100 * weighted / weights);
    ASSERT_EQ(scored.passes, passes);
    ASSERT_LE(scored.score, full_score);
    ASSERT_LE(scored.reciprocal, full_score);
    ASSERT_LT(scored.availability, pair.cv.availabilities.size());
  }
}

TEST_F(MatchPair, WhatAVacancyAsksDependsOnNoCv) {
  for (int round = 0; round < rounds; ++round) {
    const Drawn pair(random_);
    const Profile other = random_.cv();
    const PairScore a = pair.score(),
                    b = score_pair(pair.vacancy, other, pair.terms, 0, pair.age_days);
    for (std::size_t i = 0; i < criterion_count; ++i)
      ASSERT_EQ(a.parts[i].present, b.parts[i].present) << criteria()[i].name;
  }
}

// What a person can gain that a vacancy asks for.
struct Gain {
  Criterion criterion;
  void (*give)(Profile& cv, const Profile& vacancy, RandomProfiles& random);
};

CodeIndex italian() { return *code_table(Table::language).find("003"); }

const Gain gains[] = {
    {Criterion::licence,
     [](Profile& cv, const Profile& vacancy, RandomProfiles& random) {
       cv.licences |= static_cast<std::uint8_t>(vacancy.licences & random.below(256));
     }},
    {Criterion::certificate,
     [](Profile& cv, const Profile& vacancy, RandomProfiles& random) {
       cv.certificates |= static_cast<std::uint8_t>(vacancy.certificates & random.below(256));
     }},
    {Criterion::professional_register, [](Profile& cv, const Profile& vacancy,
                                          RandomProfiles&) { cv.registers |= vacancy.registers; }},
    {Criterion::education, [](Profile& cv, const Profile&, RandomProfiles&) { ++cv.education; }},
    {Criterion::skill,
     [](Profile& cv, const Profile& vacancy, RandomProfiles& random) {
       if (vacancy.skills.empty()) return;
       const CodeIndex skill = vacancy.skills[random.below(vacancy.skills.size())];
       const auto place = std::ranges::lower_bound(cv.skills, skill);
       if (place == cv.skills.end() || *place != skill) cv.skills.insert(place, skill);
     }},
    {Criterion::language,
     [](Profile& cv, const Profile& vacancy, RandomProfiles& random) {
       if (vacancy.languages.empty()) return;
       const LanguageLevels& asked = vacancy.languages[random.below(vacancy.languages.size())];
       // Of Italian nothing said is all that can be said.
       if (asked.language == italian()) return;
       const auto place =
           std::ranges::lower_bound(cv.languages, asked.language, {}, &LanguageLevels::language);
       if (place == cv.languages.end() || place->language != asked.language) {
         cv.languages.insert(place, {asked.language, 1, 1, 1});
         return;
       }
       // From nothing said to less than half of what is asked would be a loss.
       place->spoken = std::max(place->spoken, asked.spoken);
       place->read = std::max(place->read, asked.read);
     }},
    {Criterion::experience,
     [](Profile& cv, const Profile& vacancy, RandomProfiles& random) {
       JobSpan job = random.job();
       if (random.maybe()) job.profession = vacancy.availabilities[0].profession;
       cv.jobs.push_back(job);
       RandomProfiles::sort_jobs(cv);
     }},
    {Criterion::territory,
     [](Profile& cv, const Profile& vacancy, RandomProfiles&) { cv.place = vacancy.place; }},
    {Criterion::transport,
     [](Profile& cv, const Profile&, RandomProfiles&) {
       for (Availability& wanted : cv.availabilities) wanted.transport = Stated::yes;
     }},
    {Criterion::transfers,
     [](Profile& cv, const Profile&, RandomProfiles&) {
       for (Availability& wanted : cv.availabilities) wanted.transfers = Stated::yes;
     }},
    {Criterion::contract,
     [](Profile& cv, const Profile& vacancy, RandomProfiles&) {
       for (Availability& wanted : cv.availabilities)
         if (wanted.contracts != 0) wanted.contracts |= vacancy.availabilities[0].contracts;
     }},
};

TEST_F(MatchPair, WhatAPersonGainsNeverLowersACriterionNorThePair) {
  for (int round = 0; round < rounds; ++round)
    for (const Gain& gain : gains) {
      Drawn pair(random_);
      Drawn single = pair;
      single.cv.availabilities.resize(1);
      for (MatchTerms* terms : {&pair.terms, &single.terms})
        if (terms->settings[at(gain.criterion)].kind == CriterionKind::ignored)
          terms->settings[at(gain.criterion)].kind = CriterionKind::must;
      const char* name = criteria()[at(gain.criterion)].name.data();

      const PairScore before = pair.score(), single_before = single.score();
      gain.give(pair.cv, pair.vacancy, random_);
      gain.give(single.cv, single.vacancy, random_);
      const PairScore after = pair.score(), single_after = single.score();
      ASSERT_GE(std::pair(after.passes, after.score), std::pair(before.passes, before.score))
          << name;
      ASSERT_GE(single_after.reciprocal, single_before.reciprocal) << name;
      for (std::size_t i = 0; i < criterion_count; ++i) {
        ASSERT_GE(single_after.parts[i].score, single_before.parts[i].score)
            << name << " lowers " << criteria()[i].name;
        ASSERT_GE(single_after.parts[i].holds, single_before.parts[i].holds)
            << name << " breaks " << criteria()[i].name;
      }
    }
}

TEST_F(MatchPair, AWeightOfNothingCountsAsIgnored) {
  for (int round = 0; round < rounds; ++round) {
    Drawn pair(random_);
    MatchTerms::Setting& setting = pair.terms.settings[random_.below(criterion_count)];
    setting = {CriterionKind::preferred, 0};
    const PairScore weightless = pair.score();
    setting.kind = CriterionKind::ignored;
    const PairScore ignored = pair.score();
    ASSERT_EQ(weightless.score, ignored.score);
    ASSERT_EQ(weightless.reciprocal, ignored.reciprocal);
    ASSERT_EQ(weightless.passes, ignored.passes);
    ASSERT_EQ(weightless.availability, ignored.availability);
  }
}

TEST_F(MatchPair, WhatIsIgnoredChangesNothing) {
  for (int round = 0; round < rounds; ++round) {
    const Drawn pair(random_);
    const Drawn other(random_);
    for (const Criterion criterion :
         {Criterion::education, Criterion::language, Criterion::skill, Criterion::licence,
          Criterion::certificate, Criterion::professional_register, Criterion::territory,
          Criterion::contract, Criterion::transport, Criterion::text, Criterion::freshness}) {
      Drawn changed = pair;
      changed.terms.settings[at(criterion)].kind = CriterionKind::ignored;
      const PairScore before = changed.score();
      for (const auto& [profile, from] :
           {std::pair(&changed.vacancy, &other.vacancy), std::pair(&changed.cv, &other.cv)}) {
        if (criterion == Criterion::education) profile->education = from->education;
        if (criterion == Criterion::language) profile->languages = from->languages;
        if (criterion == Criterion::skill) profile->skills = from->skills;
        if (criterion == Criterion::licence) profile->licences = from->licences;
        if (criterion == Criterion::certificate) profile->certificates = from->certificates;
        if (criterion == Criterion::professional_register) profile->registers = from->registers;
        if (criterion == Criterion::territory) {
          profile->place = from->place;
          profile->abroad = from->abroad;
        }
        for (Availability& each : profile->availabilities) {
          if (criterion == Criterion::contract) each.contracts ^= 3;
          if (criterion == Criterion::transport) each.transport = Stated::yes;
        }
      }
      if (criterion == Criterion::text) changed.text = other.text;
      if (criterion == Criterion::freshness) changed.age_days = other.age_days;
      expect_same(before, changed.score());
      if (HasFailure()) FAIL() << criteria()[at(criterion)].name;
    }
  }
}

TEST_F(MatchPair, TheOrderOfTheWantedJobsDoesNotMatter) {
  for (int round = 0; round < rounds; ++round) {
    Drawn pair(random_);
    const PairScore before = pair.score();
    std::ranges::reverse(pair.cv.availabilities);
    const PairScore after = pair.score();
    ASSERT_EQ(before.score, after.score);
    ASSERT_EQ(before.passes, after.passes);
    pair.cv.availabilities = {pair.cv.availabilities[after.availability]};
    PairScore alone = pair.score();
    alone.availability = after.availability;
    expect_same(after, alone);
    if (HasFailure()) FAIL() << "the best is scored as if it were the only one";
  }
}

}  // namespace
}  // namespace incontro
