#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pages/models.h"

// What the pages of matches show; as models.h.
namespace incontro::server {

// One criterion of a result, and why it scored so.
struct MatchReason {
  std::string name;
  bool must = false;
  std::string share;          // how far it is fulfilled, "83", of 100
  std::string points;         // what it adds to the score: "12,4 punti"
  std::string text, missing;  // missing: where the text does not say it
};

struct MatchCard {
  Card card;
  std::string score;       // whole hundredths: "83"
  std::string reciprocal;  // how well the two suit each other: "Interesse reciproco: 79%"
  std::string matched_by;  // which wanted job of several, or what past work of the CV it suits
  std::string missing;     // of all its criteria
  std::vector<MatchReason> reasons;
  bool open = false;  // the reasons are shown without being asked for
};

struct Choice {
  std::string value, text;
  bool selected = false;
};

struct CriterionField {
  std::string name, label, weight;
  std::vector<Choice> kinds;
};

struct MatchForm {
  std::string action;
  std::vector<CriterionField> first, more;  // those that count here; the others
  std::string km, salary;
  std::vector<Choice> past_work;  // whether it satisfies a must on the profession
  bool has_salary = false;        // a person asks
  std::vector<std::pair<std::string, std::string>> kept;
  std::string defaults_href;  // empty: nothing was changed
};

struct MatchPage {
  bool candidates = true;  // CVs for a vacancy; else vacancies for a CV
  std::string heading, total;
  std::string question_lead;  // what kind of record asks
  LinkModel question, back;
  std::string notice;  // about the state of the record that asks; empty: it is active
  std::vector<LinkModel> chips;
  MatchForm form;
  bool few = false;  // the results are so few that what would add some is shown without being asked
  std::string relax_heading;
  std::vector<CountedLink> relaxations;
  std::vector<MatchCard> cards;
  Pager pager;
};

}  // namespace incontro::server
