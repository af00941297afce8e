#pragma once

#include <incontro/match.h>
#include <incontro/profile.h>

#include <array>
#include <vector>

namespace incontro {

// What a search sets, beside the two profiles.
struct MatchTerms {
  struct Setting {
    CriterionKind kind;
    std::uint32_t weight;
  };
  std::array<Setting, criterion_count> settings;  // by Criterion
  unsigned radius_km = 50;
  bool past_work = false;  // satisfies a must on the profession
  std::uint32_t lowest_salary = 0;
  // By row of Table::skill: how much the skill tells (its idf in the found collection), at least 1.
  std::vector<std::uint32_t> skill_weights;
  bool has_text = false;  // the question has words to compare
};

// One vacancy, one CV, and one of the CV's wanted jobs.
struct Pair {
  const Profile& vacancy;
  const Profile& cv;
  const Availability& wanted;
  const MatchTerms& terms;
  Units text = 0;    // how much of the question's words the found record has
  int age_days = 0;  // of the found record, since its publication
};

// The scores of a pair by its best wanted job: one with which every must holds before one with
// which not, then the highest score, then the first.
struct PairScore {
  Millionths score = 0, reciprocal = 0;
  bool passes = false;           // every must holds
  std::size_t availability = 0;  // of the CV
  struct Part {
    bool present = false;  // the vacancy asks for it, and it is not ignored
    bool holds = true;     // as a must
    Units score = 0;
    Millionths contribution = 0;
  };
  std::array<Part, criterion_count> parts;  // by Criterion
};

// The definition of the score: everything faster must give the same.
PairScore score_pair(const Profile& vacancy, const Profile& cv, const MatchTerms& terms, Units text,
                     int age_days);

// The reasons of a scored pair, those that are present, in the order of criteria().
std::vector<CriterionScore> explain_pair(const Profile& vacancy, const Profile& cv,
                                         const MatchTerms& terms, const PairScore& scored,
                                         const std::vector<std::string>& common_words);

}  // namespace incontro
