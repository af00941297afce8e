// The total of a search alone: what suggestions, corrections and relaxations ask many times.
// Neither hits nor facets are made ready for, which takes longer than most counts.

#include <incontro/deadline.h>

#include "engine_impl.h"
#include "eval/filter.h"
#include "eval/match.h"

namespace incontro {

Result<std::uint64_t> Engine::Impl::count(const Query& query, const Snapshot& snapshot) const {
  const auto plan = plan_of(query, snapshot);
  if (!plan) return plan.error();
  Matcher matcher(*plan);
  Filtering filtering(*plan);
  Hits hits;
  std::uint64_t total = 0;
  for (const BlockView& view : snapshot.of(query.collection).blocks) {
    if (const Done done = in_time(); !done) return done.error();
    const auto day = view.days->on(view, plan->today, plan->validity_days);
    matcher.match(view, *day, hits);
    filtering.filter(*view.block, *day, hits);
    total += hits.count;
  }
  return total;
}

}  // namespace incontro
