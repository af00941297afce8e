#include "match/scan.h"

#include <incontro/impact.h>

#include <algorithm>
#include <bit>
#include <functional>

namespace incontro {

void MatchScan::add(const Block& block, const Hits& allowed) {
  passed_.clear();
  cells_.enter(block);
  if (!cells_.only_related()) {
    offsets_.clear();
    allowed.for_each([&](std::uint16_t offset) { offsets_.push_back(offset); });
    return try_all(block);
  }
  musts_.enter(block, cells_);
  cells_.mark_related(related_);
  if (allowed.dense) {
    allowed_ = allowed.bits;
  } else {
    allowed_.clear();
    for (const std::uint16_t offset : allowed.offsets) allowed_.set(offset);
  }
  offsets_.clear();
  // Who fails two musts by cells alone is neither a result nor gained by dropping one.
  for_each_in_both(allowed_, related_, [&](std::uint16_t offset) {
    if (musts_.least_fails(offset) < 2) offsets_.push_back(offset);
  });
  try_all(block);

  allowed_.subtract(related_);
  gained_[static_cast<std::size_t>(Criterion::profession)] +=
      musts_.count_passing(block, allowed_, cells_);
}

void MatchScan::try_all(const Block& block) {
  constexpr std::size_t ahead = 16;
  for (std::size_t i = 0; i < offsets_.size(); ++i) {
    if (i + ahead < offsets_.size()) __builtin_prefetch(cells_.cells_of(offsets_[i + ahead]));
    try_one(block, offsets_[i]);
  }
  offer_passed(block);
}

void MatchScan::try_one(const Block& block, std::uint16_t offset) {
  const Part record = cells_.record(offset);
  if (std::popcount(record.fails) > 1) return;
  const PairCells::WithJob with_job = cells_.with_job(offset, record);
  if (!with_job.passes) {
    for (unsigned fails = with_job.fails_alone; fails != 0; fails &= fails - 1)
      ++gained_[static_cast<std::size_t>(std::countr_zero(fails))];
    return;
  }
  ++total_;
  if (k_ == 0) return;
  const Part part = with_job.part + cells_.freshness(offset);
  const Passed passed{offset, part, (part + text_of(full_units) + cells_.rest_bound()).score()};
  if (may_be_best(block, passed)) passed_.push_back(passed);
}

bool MatchScan::may_be_best(const Block& block, const Passed& passed) const {
  const RankedMatch best{passed.bound, block.published[passed.offset], block.first + passed.offset};
  return !best_.worst() || BetterMatch()(best, *best_.worst());
}

// In the first block the likeliest come first: most of the others then need not be asked.
void MatchScan::offer_passed(const Block& block) {
  if (best_.worst() || passed_.size() <= 2 * ahead_) return offer_fully(block, 0, passed_.size());
  std::ranges::nth_element(passed_, passed_.begin() + static_cast<std::ptrdiff_t>(ahead_),
                           std::greater<>(), &Passed::bound);
  offer_fully(block, 0, ahead_);
  const auto others = passed_.begin() + static_cast<std::ptrdiff_t>(ahead_);
  passed_.erase(std::remove_if(others, passed_.end(),
                               [&](const Passed& p) { return !may_be_best(block, p); }),
                passed_.end());
  offer_fully(block, ahead_, passed_.size());
}

void MatchScan::offer_fully(const Block& block, std::size_t begin, std::size_t end) {
  const auto passed = std::span(passed_).subspan(begin, end - begin);
  text_.assign(passed.size(), 0);
  for (std::size_t i = 0; i < passed.size(); ++i)
    slots_[passed[i].offset] = static_cast<std::uint32_t>(i + 1);
  for (const KeyWord& word : question_.words.words()) add_text(block, passed, word);
  for (const Passed& one : passed) slots_[one.offset] = 0;
  for (std::size_t i = 0; i < passed.size(); ++i) {
    Passed& one = passed[i];
    one.part += text_of(question_.words.units(text_[i]));
    one.bound = (one.part + cells_.rest_bound()).score();
    if (!may_be_best(block, one)) continue;
    const Part part = one.part + cells_.rest(one.offset);
    best_.offer({part.score(), block.published[one.offset], block.first + one.offset});
  }
}

Part MatchScan::text_of(Units units) const {
  if (!question_.terms.has_text) return {};
  return part_of(Criterion::text, question_.terms, units, true);
}

// Few of the records have any one word: a list is run through with a look at who is wanted.
void MatchScan::add_text(const Block& block, std::span<const Passed> passed, const KeyWord& word) {
  const PostingList list = block.postings.find(word.term, word.hash);
  const auto add = [&](std::size_t i, std::size_t place) {
    text_[i] += word.weight * impact_of(list.weights[place], block.lengths[passed[i].offset]);
  };
  if (list.dense) {
    for (std::size_t i = 0; i < passed.size(); ++i)
      if (list.dense->bits.test(passed[i].offset)) add(i, list.dense->rank_of(passed[i].offset));
    return;
  }
  const std::span<const std::uint16_t> offsets = list.documents.offsets;
  for (std::size_t place = 0; place < offsets.size(); ++place)
    if (const std::uint32_t slot = slots_[offsets[place]]; slot != 0) add(slot - 1, place);
}

}  // namespace incontro
