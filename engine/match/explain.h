#pragma once

#include <string>
#include <vector>

#include "match/pair.h"
#include "match/reason_words.h"

namespace incontro {

// What a reason is made of: a scored criterion of a pair, and the language to write it in. Reasons
// say nothing but what the profiles have.
struct Explained {
  const Profile& vacancy;
  const Profile& cv;
  const Availability& wanted;
  const MatchTerms& terms;
  const PairScore::Part& part;
  const std::vector<std::string>& common_words;
  Tongue tongue;
};

using Reason = CriterionScore::Reason;

// explain_work.cc
Reason explain_profession(const Explained& pair);
Reason explain_experience(const Explained& pair);

// explain_qualifications.cc
Reason explain_education(const Explained& pair);
Reason explain_language(const Explained& pair);
Reason explain_skill(const Explained& pair);
Reason explain_register(const Explained& pair);
Reason explain_licence(const Explained& pair);
Reason explain_certificate(const Explained& pair);

// explain_conditions.cc
Reason explain_contract(const Explained& pair);
Reason explain_mode(const Explained& pair);
Reason explain_transfers(const Explained& pair);
Reason explain_transport(const Explained& pair);
Reason explain_territory(const Explained& pair);
Reason explain_salary(const Explained& pair);
Reason explain_text(const Explained& pair);
Reason explain_freshness(const Explained& pair);

}  // namespace incontro
