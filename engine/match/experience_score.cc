#include "match/experience_score.h"

#include <incontro/assert.h>

#include <algorithm>

namespace incontro {
namespace {

constexpr Units declared_least = 5'000;

// Length of a union of spans that come ascending by their beginning.
class MonthsCovered {
 public:
  void add(const JobSpan& job) {
    const unsigned from = std::max<unsigned>(job.from, end_);
    if (from >= job.to) return;
    months_ += job.to - from;
    end_ = job.to;
  }
  unsigned months() const { return months_; }

 private:
  unsigned months_ = 0, end_ = 0;
};

}  // namespace

RelatedProfessions related_to(CodeIndex profession) {
  if (profession == no_code) return {};
  return {unit_range(profession), class_range(profession)};
}

unsigned related_months(std::span<const JobSpan> jobs, const RelatedProfessions& related) {
  MonthsCovered in_unit, in_class;
  for (const JobSpan& job : jobs) {
    if (job.to == no_month || !within(related.profession_class, job.profession)) continue;
    in_class.add(job);
    if (within(related.unit, job.profession)) in_unit.add(job);
  }
  return in_unit.months() + (in_class.months() - in_unit.months()) / 2;
}

Units experience_score(unsigned months, unsigned asked, Stated declared) {
  INCONTRO_ASSERT(asked > 0);
  const Units share = months >= asked ? full_units : full_units * months / asked;
  return declared == Stated::yes ? std::max(share, declared_least) : share;
}

bool experience_holds(unsigned months, unsigned asked, Stated declared) {
  return declared == Stated::yes || months >= asked;
}

}  // namespace incontro
