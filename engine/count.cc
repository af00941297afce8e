// The total of a search alone: what suggestions, corrections and relaxations ask many times.
// Neither hits nor facets are made ready for, which takes longer than most counts.

#include <incontro/deadline.h>

#include "engine_impl.h"
#include "eval/filter.h"
#include "eval/match.h"

namespace incontro {

namespace {

// Calls visit(view, hits) for each block. busy: the thread's deadline has passed.
template <class Visit>
Done for_each_block(const Plan& plan, const Snapshot& snapshot, Collection collection,
                    Visit&& visit) {
  Matcher matcher(plan);
  Filtering filtering(plan);
  Hits hits;
  for (const BlockView& view : snapshot.of(collection).blocks) {
    if (Done done = in_time(); !done) return done;
    const auto day = view.days->on(view, plan.today, plan.validity_days);
    matcher.match(view, *day, hits);
    filtering.filter(*view.block, *day, hits);
    visit(view, hits);
  }
  return ok;
}

// The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t mixed(std::uint64_t number) {
  number += 0x9E37'79B9'7F4A'7C15;
  number = (number ^ (number >> 30)) * 0xBF58'476D'1CE4'E5B9;
  number = (number ^ (number >> 27)) * 0x94D0'49BB'1331'11EB;
  return number ^ (number >> 31);
}

}  // namespace

Result<std::uint64_t> Engine::Impl::count(const Query& query, const Snapshot& snapshot) const {
  const auto plan = plan_of(query, snapshot);
  if (!plan) return plan.error();
  std::uint64_t total = 0;
  const Done done =
      for_each_block(*plan, snapshot, query.collection,
                     [&](const BlockView&, const Hits& hits) { total += hits.count; });
  if (!done) return done.error();
  return total;
}

Result<std::uint64_t> Engine::Impl::fingerprint(const Query& query,
                                                const Snapshot& snapshot) const {
  const auto plan = plan_of(query, snapshot);
  if (!plan) return plan.error();
  std::uint64_t sum = 0;
  const Done done = for_each_block(
      *plan, snapshot, query.collection, [&](const BlockView& view, const Hits& hits) {
        hits.for_each([&](std::uint16_t offset) { sum += mixed(view.block->first + offset); });
      });
  if (!done) return done.error();
  return sum;
}

}  // namespace incontro
