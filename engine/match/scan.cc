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
  cells_.mark_related(related_);
  if (allowed.dense) {
    allowed_ = allowed.bits;
  } else {
    allowed_.clear();
    for (const std::uint16_t offset : allowed.offsets) allowed_.set(offset);
  }
  offsets_.clear();
  for_each_in_both(allowed_, related_, [&](std::uint16_t offset) { offsets_.push_back(offset); });
  try_all(block);

  allowed_.subtract(related_);
  gained_[static_cast<std::size_t>(Criterion::profession)] +=
      unrelated_.count(block, allowed_, cells_);
}

void MatchScan::try_all(const Block& block) {
  constexpr std::size_t ahead = 16;
  for (std::size_t i = 0; i < offsets_.size(); ++i) {
    if (i + ahead < offsets_.size()) cells_.fetch(offsets_[i + ahead]);
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

// The likeliest first: most of the others then need not be asked.
void MatchScan::offer_passed(const Block& block) {
  if (passed_.size() <= 2 * ahead_) return offer_fully(block, 0, passed_.size());
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
  std::ranges::sort(passed, {}, &Passed::offset);
  text_.assign(passed.size(), 0);
  for (const KeyWord& word : question_.words.words()) add_text(block, passed, word);
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

// As TopK sums up scores, but few of the records have any one word.
void MatchScan::add_text(const Block& block, std::span<const Passed> passed, const KeyWord& word) {
  const PostingList list = block.postings.find(word.term, word.hash);
  const auto add = [&](std::size_t i, std::size_t place) {
    text_[i] += word.weight * impact_of(list.weights[place], block.lengths[passed[i].offset]);
  };
  const std::span<const std::uint16_t> offsets = list.documents.offsets;
  constexpr std::size_t steps_per_record = 32;  // from here on it is found sooner by halves
  if (list.dense || offsets.size() > steps_per_record * passed.size()) {
    for (std::size_t i = 0; i < passed.size(); ++i)
      if (list.documents.contains(passed[i].offset)) add(i, list.place_of(passed[i].offset));
    return;
  }
  for (std::size_t i = 0, place = 0; i < passed.size() && place < offsets.size();) {
    if (passed[i].offset < offsets[place]) {
      ++i;
    } else if (passed[i].offset > offsets[place]) {
      ++place;
    } else {
      add(i++, place++);
    }
  }
}

}  // namespace incontro
