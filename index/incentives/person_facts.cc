// What a CV declares.

#include <algorithm>
#include <optional>

#include "incentives/condition.h"

namespace incontro {
namespace {

using namespace std::chrono;

// Who was born on 29 February grows older on 1 March of other years: the calendar's own reading of
// a day that its month does not have.
Date birthday(const Cv& cv, int age) {
  const year_month_day born{cv.person.born};
  return year_month_day{born.year() + years{age}, born.month(), born.day()};
}

Verdict age(const Condition& condition, const Cv& cv, Date day) {
  int years = int{year_month_day{day}.year()} - int{year_month_day{cv.person.born}.year()};
  if (day < birthday(cv, years)) --years;
  return condition.of_number(years);
}

void add_birthday(const Condition& condition, const Cv& cv, std::vector<Date>& days) {
  const bool turns_after = condition.test == Condition::Test::at_most;
  days.push_back(birthday(cv, condition.number + turns_after));
}

Verdict sex(const Condition& condition, const Cv& cv, Date) {
  return condition.of_code(cv.person.sex);
}

Verdict benefits(const Condition& condition, const Cv& cv, Date) {
  if (!cv.receives_benefits) return Verdict::unknown;
  return condition.of_code(*cv.receives_benefits ? "SI" : "NO");
}

// Availability belongs to each wanted job: one that accepts the contract will do.
Verdict contract(const Condition& condition, const Cv& cv, Date) {
  Verdict best = Verdict::unknown;
  for (const WantedJob& job : cv.wanted)
    for (const ContractCode& accepted : job.contracts) {
      const Verdict one = condition.of_code(accepted.value);
      if (one == Verdict::yes) return one;
      if (one == Verdict::no) best = one;
    }
  return best;
}

// What is not declared is no reason against it: such conditions stand beside one that asks for the
// whole truth.
Verdict past_contract(const Condition& condition, const Cv& cv, Date) {
  for (const Job& job : cv.jobs)
    if (condition.of_code(job.kind.value) == Verdict::no) return Verdict::no;
  return Verdict::yes;
}

// A job with no dates at all tells nothing of when it was.
bool dated(const Job& job) { return job.from || job.to; }

bool runs_on(const Job& job, Date day) {
  return dated(job) && (!job.from || *job.from <= day) && (!job.to || day <= *job.to);
}

bool employed_on(const Cv& cv, Date day) {
  return std::ranges::any_of(cv.jobs, [&](const Job& job) { return runs_on(job, day); });
}

Verdict employed(const Condition& condition, const Cv& cv, Date day) {
  return condition.of_code(employed_on(cv, day) ? "SI" : "NO");
}

void add_job_edges(const Condition&, const Cv& cv, std::vector<Date>& days) {
  for (const Job& job : cv.jobs) {
    if (job.from) days.push_back(*job.from);
    if (job.to) days.push_back(*job.to + std::chrono::days{1});
  }
}

// The day on which so many months have gone by since the job's last day. A term in months ends
// with the month where that has no such day (art. 2963 of the civil code).
Date months_after(Date last, int count) {
  const year_month_day from{last + std::chrono::days{1}};
  const year_month_day to = from + months{count};
  return to.ok() ? to : year_month_day{to.year() / to.month() / std::chrono::last};
}

// Months since the last job that is over; the verdict is known where a job with dates is.
Verdict jobless(const Condition& condition, const Cv& cv, Date day) {
  if (employed_on(cv, day)) return Verdict::no;
  std::optional<Date> last;
  for (const Job& job : cv.jobs)
    if (job.to && *job.to < day && (!last || *last < *job.to)) last = job.to;
  if (!last) return Verdict::unknown;
  return months_after(*last, condition.number) <= day ? Verdict::yes : Verdict::no;
}

void add_jobless(const Condition& condition, const Cv& cv, std::vector<Date>& days) {
  add_job_edges(condition, cv, days);
  for (const Job& job : cv.jobs)
    if (job.to) days.push_back(months_after(*job.to, condition.number));
}

Verdict home(const Condition& condition, const Cv& cv, Date) {
  return of_region(condition, cv.person.home);
}

constexpr PersonFact facts[] = {
    {"age", age, add_birthday},
    {"sex", sex, nullptr},
    {"benefits", benefits, nullptr},
    {"contract", contract, nullptr},
    {"past-contract", past_contract, nullptr},
    {"employed", employed, add_job_edges},
    {"jobless", jobless, add_jobless},
    {"home", home, nullptr},
};

}  // namespace

const PersonFact* find_person_fact(std::string_view name) {
  const auto fact = std::ranges::find(facts, name, &PersonFact::name);
  return fact == std::end(facts) ? nullptr : fact;
}

}  // namespace incontro
