#pragma once

#include <regex>

#include "portal_fixture.h"

namespace incontro::server {

inline constexpr int asking = 1'000;  // number of the vacancy, and of the CV, that ask

// Asks for a licence, English and a contract, in Bologna.
inline Vacancy asking_vacancy() {
  Vacancy v = vacancy_of(asking);
  v.licences = {{"02"}};
  v.languages = {{{"001"}, {"B2"}, {}, {"B1"}}};
  v.mode = {"FT"};
  v.gross_salary = "30000";
  return v;
}

// Of 24: every second one has the licence, every third speaks English, every fourth lives in
// Bologna and the others in Rome, every fifth accepts another contract only.
inline Cv cv_of(int number) {
  Cv cv = small_cv(number, today);
  cv.system.intermediary = center();
  if (number % 2 == 0) cv.licences = {{"02"}};
  if (number % 3 == 0) cv.languages = {{{"001"}, {"C1"}, {"C1"}, {"C1"}}};
  if (number % 4 == 0) cv.person.home = {"A944"};
  cv.wanted[0].contracts = {{number % 5 == 0 ? "A01" : "A00"}};
  return cv;
}

// Wants to be a cook and nothing else, and has been what the vacancy asks for.
inline Cv former_programmer(int number) {
  Cv cv = cv_of(6);
  cv.system.code = code25(number);
  Job done;
  done.profession = cv.wanted[0].profession;
  done.from = today - std::chrono::days(2'000);
  done.to = today - std::chrono::days(1'000);
  cv.jobs.push_back(done);
  cv.wanted[0].profession = {"5.2.2.1.0.2"};
  cv.wanted[0].title = "Cuoco";
  return cv;
}

// Twenty-four CVs and as many vacancies, and two records that ask.
class MatchPortal : public Portal {
 public:
  MatchPortal() {
    std::vector<Record> records = {asking_vacancy()};
    for (int i = 1; i <= 24; ++i) records.emplace_back(cv_of(i));
    for (int i = 101; i <= 124; ++i) {
      Vacancy v = asking_vacancy();
      v.system.code = code25(i);
      if (i % 2) v.licences.clear();
      if (i % 3) v.workplace = {"H501"};
      v.gross_salary = i % 4 ? "20000" : "40000";
      records.emplace_back(v);
    }
    Cv cv = cv_of(12);
    cv.system.code = code25(asking);
    records.emplace_back(cv);
    home().apply(records);
  }

  static std::string page_of_vacancy() { return "/offerte/" + code25(asking) + "/candidati"; }
  static std::string page_of_cv() { return "/curricula/" + code25(asking) + "/offerte"; }
  static std::string api_of_vacancy() {
    return "/api/v1/vacancies/" + code25(asking) + "/candidates";
  }
  static std::string api_of_cv() { return "/api/v1/cvs/" + code25(asking) + "/vacancies"; }
};

// What the group of the expression says, each time that it is found.
inline std::vector<std::string> all_of(const std::string& text, const char* expression) {
  const std::regex wanted(expression);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), wanted), end; it != end; ++it)
    found.push_back((*it)[1]);
  return found;
}

inline long first_number(const std::string& text, const char* expression) {
  const auto found = all_of(text, expression);
  return found.empty() ? -1 : std::stol(found.front());
}

}  // namespace incontro::server
