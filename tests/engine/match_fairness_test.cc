// Who somebody is never reaches a score: homes whose CVs differ in one trait only give the same
// scores, reasons and orders to the last bit, in both directions.

#include <gtest/gtest.h>
#include <incontro/privacy.h>
#include <incontro/synth.h>

#include <functional>
#include <map>

#include "support/home.h"
#include "support/records.h"
#include "support/seed.h"

namespace incontro {
namespace {

const Date today = day(2026, 11, 23);
constexpr std::size_t vacancy_count = 60, cv_count = 2'000, asked_vacancies = 25, asked_cvs = 100;

// Gives a person a trait of another one.
using Swap = std::function<void(Person& person, const Person& other)>;

const std::map<std::string, Swap>& swaps() {
  static const std::map<std::string, Swap> all = {
      {"sex", [](Person& p, const Person&) { p.sex = p.sex == "F" ? "M" : "F"; }},
      // From 18 to 62 years and back again.
      {"age",
       [](Person& p, const Person& other) {
         p.born =
             other.born > today - std::chrono::days(40 * 365) ? day(1965, 3, 1) : day(2008, 5, 2);
       }},
      {"birthplace",
       [](Person& p, const Person& other) {
         p.birthplace = other.birthplace == p.birthplace ? PlaceCode{"Z100"} : other.birthplace;
       }},
      {"citizenship",
       [](Person& p, const Person&) {
         p.citizenship = {p.citizenship.value == "000" ? "201" : "000"};
       }},
      {"name",
       [](Person& p, const Person& other) {
         p.name = other.name;
         p.surname = other.surname;
         p.contacts.email = other.contacts.email;
       }},
      {"fiscal code", [](Person& p, const Person& other) { p.fiscal_code = other.fiscal_code; }},
  };
  return all;
}

// What the public sees of a CV but for the person.
Cv texts_of(const Cv& cv) {
  Cv view = public_view(cv);
  view.person = {};
  return view;
}

// All that matches say, but for the view, which may show a name.
std::string told(const MatchAnswer& answer) {
  std::string out = std::to_string(answer.total) + "\n";
  for (const MatchResult& result : answer.results) {
    out += result.code + " " + std::to_string(result.number) + " " + std::to_string(result.score) +
           " " + std::to_string(result.reciprocal) + " " + std::to_string(result.availability);
    for (const CriterionScore& part : result.criteria)
      for (const std::string& text :
           {std::to_string(static_cast<int>(part.criterion)), std::to_string(part.score),
            std::to_string(part.contribution), part.italian.text, part.english.text})
        out += " " + text;
    out += "\n";
  }
  for (const MatchRelaxation& relaxation : answer.relax)
    out += std::to_string(static_cast<int>(relaxation.dropped[0])) + " " +
           std::to_string(relaxation.gained) + "\n";
  return out;
}

class MatchFairness : public ::testing::Test {
 protected:
  struct Records {
    std::vector<Vacancy> vacancies;
    std::vector<Cv> cvs;
  };

  static const Records& records() {
    static const Records made = [] {
      const Generator generator(test_seed(2012), today);
      Records all;
      for (std::size_t n = 0; n < vacancy_count; ++n) all.vacancies.push_back(generator.vacancy(n));
      for (std::size_t n = 0; n < cv_count; ++n)
        all.cvs.push_back(n % 4 == 0 ? generator.cv_for(all.vacancies[n / 4 % vacancy_count], n)
                                     : generator.cv(n));
      return all;
    }();
    return made;
  }

  // Of each question what is answered.
  static std::vector<std::string> answers(const Swap& swap) {
    TestHome home(today);
    std::vector<Record> stored;
    for (const Vacancy& vacancy : records().vacancies) stored.emplace_back(vacancy);
    const std::vector<Cv>& cvs = records().cvs;
    std::size_t left = 0;
    for (std::size_t n = 0; n < cvs.size(); ++n) {
      Cv cv = cvs[n];
      swap(cv.person, cvs[(n + 1) % cvs.size()].person);
      // Who hides the contacts and writes the own name in a text has it taken out there: another
      // name leaves another text.
      const bool same = texts_of(cv) == texts_of(cvs[n]);
      left += !same;
      stored.emplace_back(same ? std::move(cv) : cvs[n]);
    }
    EXPECT_LT(left * 100, cv_count) << "hardly anybody's texts may depend on a name";
    home.apply(stored);
    std::vector<std::string> all;
    MatchRequest request;
    const auto ask = [&](RecordCode code) {
      request.question = std::move(code);
      const auto answer = home.engine().match(request);
      ASSERT_TRUE(answer) << answer.error().message;
      all.push_back(told(*answer));
    };
    const auto ask_all = [&] {
      for (std::size_t n = 0; n < asked_vacancies; ++n) ask(code_of(records().vacancies[n]));
      for (std::size_t n = 0; n < asked_cvs; ++n) ask(code_of(cvs[n]));
    };
    request.limit = 20;  // with reasons
    ask_all();
    // All of them: without musts everybody is scored.
    for (const CriterionInfo& info : criteria())
      if (info.kind == CriterionKind::must)
        request.settings.push_back({info.criterion, CriterionKind::preferred, std::nullopt});
    request.records = false;
    request.limit = 1'000;
    for (request.offset = 0; request.offset < cv_count; request.offset += request.limit) ask_all();
    return all;
  }
};

TEST_F(MatchFairness, NoTraitOfAPersonReachesAScoreOrAnOrder) {
  const std::vector<std::string> before = answers([](Person&, const Person&) {});
  for (const auto& [trait, swap] : swaps()) {
    const std::vector<std::string> after = answers(swap);
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i)
      ASSERT_EQ(after[i], before[i]) << "question " << i << ", swapped: " << trait;
  }
}

}  // namespace
}  // namespace incontro
