#include "eval/ranking.h"

#include <algorithm>

namespace incontro {
namespace {

std::size_t wanted(const Query& query) { return query.limit == 0 ? 0 : query.offset + query.limit; }

}  // namespace

Ranking::Ranking(const Query& query, const Plan& plan)
    : offset_(query.offset),
      limit_(query.limit),
      in_tiers_(query.sort == Sort::relevance),
      forms_(plan),
      literal_(wanted(query), plan, query.sort),
      others_(wanted(query), plan, query.sort) {}

void Ranking::offer(const BlockView& view, const Hits& hits, Matcher& matcher) {
  const Block& block = *view.block;
  forms_.begin_block(view);
  if (!matcher.expanded()) {
    return offer_literal(block, hits, matcher);
  }
  matcher.literal(hits, literal_hits_);
  offer_literal(block, literal_hits_, matcher);
  if (in_tiers_ && literal_count_ >= offset_ + limit_) return;  // no other comes onto the page
  subtract(hits, literal_hits_, other_hits_);
  others_.offer_partial(block, other_hits_, matcher.terms(), forms_);
}

void Ranking::offer_literal(const Block& block, const Hits& hits, const Matcher& matcher) {
  literal_count_ += hits.count;
  if (matcher.partial())
    literal_.offer_partial(block, hits, matcher.terms(), forms_);
  else
    literal_.offer(block, hits, matcher.terms(), forms_);
}

std::vector<RankedHit> Ranking::page() && {
  const std::size_t from = in_tiers_ ? offset_ : 0;
  std::vector<RankedHit> page;
  for (const Ranked& ranked : std::move(literal_).best_first(from)) page.push_back({ranked, true});
  const auto middle = static_cast<std::ptrdiff_t>(page.size());
  for (const Ranked& ranked :
       std::move(others_).best_first(from - std::min<std::uint64_t>(from, literal_count_)))
    page.push_back({ranked, false});
  if (!in_tiers_) {
    std::ranges::inplace_merge(page, page.begin() + middle, [this](const auto& a, const auto& b) {
      return literal_.better(a, b);
    });
    page.erase(page.begin(),
               page.begin() + static_cast<std::ptrdiff_t>(std::min(offset_, page.size())));
  }
  if (page.size() > limit_) page.resize(limit_);
  return page;
}

}  // namespace incontro
