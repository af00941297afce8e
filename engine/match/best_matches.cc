#include "match/best_matches.h"

#include <incontro/impact.h>

#include <algorithm>
#include <functional>

namespace incontro {
namespace {

// The first are settled soon, to know what the others must reach; and never do more wait, so that a
// question of all records holds no more memory than one of a trade.
constexpr std::size_t first_waiting = 1'024, most_waiting = 32'768;

}  // namespace

BestMatches::BestMatches(const Question& question, PairCells& cells, std::size_t k)
    : question_(question),
      cells_(cells),
      k_(k),
      open_bound_(text_of(full_units) + cells.rest_bound()),
      best_(k, BetterMatch()),
      enough_(std::clamp(16 * k, first_waiting, most_waiting)) {}

void BestMatches::enter(const Block& block) {
  blocks_.push_back(&block);
  lists_.emplace_back();
}

void BestMatches::offer(const ProfileColumns::Cells& cells, Part part) {
  const Part bound = part + open_bound_;
  if (best_.worst() && bound.scores_below(best_.worst()->score)) return;
  const Waiting waiting{.part = part,
                        .bound = bound.score(),
                        .block = static_cast<std::uint32_t>(blocks_.size() - 1),
                        .offset = cells.offset,
                        .skills = cells.skills,
                        .published = cells.published};
  if (!may_be_best(waiting)) return;
  waiting_.push_back(waiting);
  if (waiting_.size() < enough_) return;
  settle();
  enough_ = most_waiting;
}

std::vector<RankedMatch> BestMatches::best_first(std::size_t offset) && {
  settle();
  return std::move(best_).best_first(offset);
}

// In groups that grow: each raises what the next must reach.
void BestMatches::settle() {
  const auto those_that_may = [&](Span group) {
    const auto others = std::partition(group.begin(), group.end(),
                                       [&](const Waiting& w) { return may_be_best(w); });
    return group.first(static_cast<std::size_t>(others - group.begin()));
  };
  std::size_t size = std::max<std::size_t>(64, 4 * k_);
  for (Span rest = those_that_may(waiting_); !rest.empty(); size *= 8) {
    const std::size_t next = std::min(size, rest.size());
    if (next < rest.size())
      std::ranges::nth_element(rest, rest.begin() + static_cast<std::ptrdiff_t>(next),
                               std::greater<>(), &Waiting::bound);
    settle(rest.first(next));
    rest = those_that_may(rest.subspan(next));
  }
  waiting_.clear();
}

void BestMatches::settle(Span group) {
  group = add_rest(group);
  std::ranges::sort(group, {}, [](const Waiting& w) { return std::pair(w.block, w.offset); });
  while (!group.empty()) {
    const auto other_block = std::ranges::find_if(
        group, [&](const Waiting& w) { return w.block != group.front().block; });
    const Span of_block = group.first(static_cast<std::size_t>(other_block - group.begin()));
    add_text(of_block);
    for (const Waiting& w : of_block) best_.offer(ranked(w, w.part.score()));
    group = group.subspan(of_block.size());
  }
}

// Those that may still be among the best. What a record's skills lie in is fetched ahead in two
// steps, because one tells where the other is.
BestMatches::Span BestMatches::add_rest(Span group) {
  constexpr std::size_t ahead = 8;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (i + 2 * ahead < group.size()) {
      const Waiting& next = group[i + 2 * ahead];
      __builtin_prefetch(cells_.skills_start(block_of(next), next.skills));
    }
    if (i + ahead < group.size()) {
      const Waiting& next = group[i + ahead];
      __builtin_prefetch(cells_.skills_of(block_of(next), next.skills).data());
    }
    Waiting waiting = group[i];
    waiting.part += cells_.rest(block_of(waiting), waiting.offset, waiting.skills);
    waiting.bound = (waiting.part + text_of(full_units)).score();
    if (may_be_best(waiting)) group[kept++] = waiting;
  }
  return group.first(kept);
}

Part BestMatches::text_of(Units units) const {
  if (!question_.terms.has_text) return {};
  return part_of(Criterion::text, question_.terms, units, true);
}

void BestMatches::add_text(Span of_block) {
  if (!question_.terms.has_text) return;
  const Block& block = block_of(of_block.front());
  sums_.assign(of_block.size(), 0);
  for (const Waiting& w : of_block) wanted_.set(w.offset);
  std::vector<PostingList>& lists = lists_[of_block.front().block];
  if (lists.empty()) lists = question_.words.lists_in(block);
  for (std::size_t i = 0; i < lists.size(); ++i)
    add_word(lists[i], question_.words.words()[i].weight, of_block);
  for (const Waiting& w : of_block) wanted_.reset(w.offset);
  for (std::size_t i = 0; i < of_block.size(); ++i)
    of_block[i].part += text_of(question_.words.units(sums_[i]));
}

// Few of the records have any one word: a list is run through with a look at who is wanted.
void BestMatches::add_word(const PostingList& list, std::uint64_t weight, Span of_block) {
  const Block& block = block_of(of_block.front());
  const auto add = [&](std::size_t i, std::size_t place) {
    sums_[i] += weight * impact_of(list.weights[place], block.lengths[of_block[i].offset]);
  };
  if (list.dense) {
    for (std::size_t i = 0; i < of_block.size(); ++i)
      if (list.dense->bits.test(of_block[i].offset))
        add(i, list.dense->rank_of(of_block[i].offset));
    return;
  }
  const std::span<const std::uint16_t> offsets = list.documents.offsets;
  for (std::size_t place = 0; place < offsets.size(); ++place)
    if (wanted_.test(offsets[place]))
      add(static_cast<std::size_t>(
              std::ranges::lower_bound(of_block, offsets[place], {}, &Waiting::offset) -
              of_block.begin()),
          place);
}

}  // namespace incontro
