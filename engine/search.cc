// The main path: a query against one snapshot, block by block.
//
//   text -> parse_query -> expand -> make_plan
//        -> for each block: match -> filter -> ranking, facet counts
//        -> records of the page -> public views -> highlights

#include <incontro/deadline.h>
#include <incontro/impact.h>

#include "engine_impl.h"
#include "eval/count_facets.h"
#include "eval/filter.h"
#include "eval/match.h"
#include "eval/plan.h"
#include "eval/ranking.h"
#include "facets.h"
#include "highlight/targets.h"
#include "query/expansion.h"

namespace incontro {
namespace {

constexpr std::size_t limit_bound = 1'000;
constexpr std::size_t offset_bound = 1'000'000;  // a deep page keeps as many candidates in memory
constexpr std::size_t text_bound_bytes = 4'096;

Done check_bounds(const Query& query) {
  if (query.limit > limit_bound) return Error{Code::invalid, "limit: at most 1000"};
  if (query.offset > offset_bound) return Error{Code::invalid, "offset: at most 1000000"};
  if (query.text.size() > text_bound_bytes) return Error{Code::invalid, "text: at most 4096 bytes"};
  return ok;
}

// The record was found by its place, so that it has one.
double distance_of(const PlannedNear& near, const Record& record) {
  std::vector<CodeIndex> places;
  fields_of(collection_of(record))[near.field].read(record, places);
  return near.metres[places.front()] / 1000.0;
}

}  // namespace

Result<Plan> Engine::Impl::plan_of(const Query& query, const Snapshot& snapshot) const {
  if (const Done done = check_bounds(query); !done) return done.error();
  if (const Done done = in_time(); !done) return done.error();
  ParsedQuery parsed = parse_query(analyzer, query.text);
  if (alternatives_in(parsed) > most_alternatives)
    return Error{Code::invalid, "text: at most 64 alternatives (OR)"};
  if (query.synonyms) expand(parsed, analyzer, acronyms);
  return make_plan(query, parsed, snapshot.of(query.collection), options.clock->today(),
                   settings.validity_days);
}

Result<Answer> Engine::search(const Query& query) const {
  const auto begin = std::chrono::steady_clock::now();
  const std::shared_ptr<const Snapshot> snapshot = impl_->indexer->snapshot();
  const auto plan = impl_->plan_of(query, *snapshot);
  if (!plan) return plan.error();

  Answer answer;
  answer.sequence = snapshot->sequence;
  Ranking ranking(query, *plan);
  FacetCounts counts(*plan);
  Matcher matcher(*plan);
  Filtering filtering(*plan);
  Hits hits;
  for (const BlockView& view : snapshot->of(query.collection).blocks) {
    if (const Done done = in_time(); !done) return done.error();
    const Block& block = *view.block;
    const auto day = view.days->on(view, plan->today, plan->validity_days);
    matcher.match(view, *day, hits);
    filtering.filter(block, *day, hits);
    answer.total += hits.count;
    ranking.offer(view, hits, matcher);
    if (!query.facets) continue;
    if (matcher.all_live() && plan->filters.empty())
      counts.add_all(block, *day);
    else
      counts.add(block, *day, hits, filtering);
  }
  answer.literal = ranking.literal();
  if (query.facets) answer.facets = make_facets(query, std::move(counts).finish());

  const Highlighter highlighter(impl_->analyzer,
                                query.highlight ? targets_of(*plan) : std::vector<Target>{});
  for (const RankedHit& ranked : std::move(ranking).page()) {
    Hit& hit = answer.hits.emplace_back();
    hit.number = ranked.number;
    hit.literal = ranked.literal;
    if (query.sort != Sort::distance)
      hit.score = static_cast<double>(ranked.score) * impact_step / weight_scale;
    if (!query.records) continue;
    if (const Done done = in_time(); !done) return done.error();
    const auto stored = impl_->store->document(query.collection, ranked.number);
    if (!stored) return stored.error();
    hit.code = system_of(stored->record).code;
    if (plan->near) hit.distance_km = distance_of(*plan->near, stored->record);
    hit.view = impl_->view_of(*stored, Extent::listed);
    if (query.highlight) hit.highlights = highlighter.of(hit.view.record);
  }
  answer.microseconds =
      static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(
                                     std::chrono::steady_clock::now() - begin)
                                     .count());
  return answer;
}

}  // namespace incontro
