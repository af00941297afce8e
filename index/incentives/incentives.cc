#include <incontro/incentives.h>

#include <algorithm>

#include "incentives/judge.h"

namespace incontro {
namespace {

Verdict verdict_of(const Condition& condition, const Hiring& hiring, Date day) {
  if (condition.person && hiring.cv) return condition.person->holds(condition, *hiring.cv, day);
  if (condition.offer && hiring.vacancy) return condition.offer->holds(condition, *hiring.vacancy);
  return Verdict::unknown;
}

std::vector<Incentive> all_of(const Hiring& hiring, Date day) {
  std::vector<Incentive> found;
  for (const Rule& rule : incentive_rules()) {
    Incentive incentive{rule.row, {}, {}, {}};
    const auto status = judge(rule, hiring, day, &incentive);
    if (!status) continue;
    incentive.status = *status;
    found.push_back(std::move(incentive));
  }
  std::ranges::stable_sort(found, {}, &Incentive::status);
  return found;
}

}  // namespace

std::optional<IncentiveStatus> judge(const Rule& rule, const Hiring& hiring, Date day,
                                     Incentive* found) {
  if (!rule.in_force(day)) return std::nullopt;
  const bool person_only = !hiring.vacancy;
  IncentiveStatus status = IncentiveStatus::certain;
  for (const Condition& condition : rule.conditions) {
    if (!condition.asked_on(day)) continue;
    const Verdict verdict = verdict_of(condition, hiring, day);
    if (verdict == Verdict::no) return std::nullopt;
    if (verdict == Verdict::yes) continue;
    // An offer that is not there yet does not make a person's side less sure.
    if (condition.of_offer && person_only) {
      if (found) found->of_offer.push_back(condition.label);
      continue;
    }
    const bool unsaid =
        condition.of_offer ? condition.offer && !hiring.cv : condition.person && hiring.cv;
    status = std::max(status, unsaid ? IncentiveStatus::undetermined : IncentiveStatus::possible);
    if (found) found->missing.push_back(condition.label);
  }
  return status;
}

Date judged_day(const SystemData& system, Date day) {
  const Date first = date_of(system.inserted);
  return std::clamp(day, first, first + std::chrono::days(incentive_days));
}

std::vector<Incentive> incentives_of(const Cv& cv, Date day) {
  return all_of({&cv, nullptr}, judged_day(cv.system, day));
}

std::vector<Incentive> incentives_of(const Vacancy& vacancy, Date day) {
  return all_of({nullptr, &vacancy}, judged_day(vacancy.system, day));
}

std::vector<Incentive> incentives_of(const Cv& cv, const Vacancy& vacancy, Date day) {
  return all_of({&cv, &vacancy}, day);
}

std::vector<Incentive> incentives_of(const Record& record, Date day) {
  return std::visit([&](const auto& one) { return incentives_of(one, day); }, record);
}

}  // namespace incontro
