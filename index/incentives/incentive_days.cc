#include <incontro/incentives.h>
#include <incontro/make_distinct.h>

#include <algorithm>
#include <array>

#include "incentives/judge.h"

namespace incontro {
namespace {

// The days within [first, last] on which anything may change, `first` among them; ascending.
std::vector<Date> days_of_change(const Hiring& hiring, Date first, Date last) {
  std::vector<Date> days{first};
  for (const Rule& rule : incentive_rules()) {
    if ((rule.to && *rule.to < first) || (rule.from && *rule.from > last)) continue;
    if (rule.from) days.push_back(*rule.from);
    if (rule.to) days.push_back(*rule.to + std::chrono::days(1));
    for (const Condition& condition : rule.conditions) {
      if (condition.from) days.push_back(*condition.from);
      if (hiring.cv && condition.person && condition.person->add_changes)
        condition.person->add_changes(condition, *hiring.cv, days);
    }
  }
  std::erase_if(days, [&](Date day) { return day < first || day > last; });
  make_distinct(days);
  return days;
}

// A stretch of the rule begins where its status changes. What holds on the first day of judgement
// held ever before, and on the last one ever after: so most records have the same few stretches.
void add_stretches(const Rule& rule, const Hiring& hiring, const std::vector<Date>& days,
                   std::vector<DatedValue>& values) {
  std::optional<IncentiveStatus> status;
  Day from = 0;
  const auto end = [&](Day to) {
    if (status) values.push_back({incentive_value(*status, rule.row), from, to});
  };
  for (const Date day : days) {
    const auto next = judge(rule, hiring, day);
    if (next == status) continue;
    const Day begin = day == days.front() ? Day{0} : day_of(day);
    if (begin > from) end(static_cast<Day>(begin - 1));
    status = next;
    from = begin;
  }
  end(no_day);
}

}  // namespace

void read_incentives(const Record& record, std::vector<DatedValue>& values) {
  const Hiring hiring{std::get_if<Cv>(&record), std::get_if<Vacancy>(&record)};
  const Date first = date_of(system_of(record).inserted);
  const auto days = days_of_change(hiring, first, judged_day(system_of(record), Date::max()));
  for (const Rule& rule : incentive_rules()) add_stretches(rule, hiring, days, values);
}

}  // namespace incontro
