#include "match/scan.h"

#include <incontro/impact.h>

#include <algorithm>
#include <bit>

namespace incontro {

void MatchScan::add(const Block& block, const Hits& allowed) {
  passed_.clear();
  if (!cells_.only_related()) {
    allowed.for_each([&](std::uint16_t offset) { try_one(block, offset); });
    return offer_passed(block);
  }
  cells_.mark_related(block, related_);
  if (allowed.dense) {
    allowed_ = allowed.bits;
  } else {
    allowed_.clear();
    for (const std::uint16_t offset : allowed.offsets) allowed_.set(offset);
  }
  for_each_in_both(allowed_, related_, [&](std::uint16_t offset) { try_one(block, offset); });
  offer_passed(block);

  allowed_.subtract(related_);
  std::uint64_t& gained = gained_[static_cast<std::size_t>(Criterion::profession)];
  allowed_.for_each([&](std::uint16_t offset) {
    gained += cells_.passes_otherwise(block, offset, cells_.record(block, offset));
  });
}

void MatchScan::try_one(const Block& block, std::uint16_t offset) {
  const Part record = cells_.record(block, offset);
  if (std::popcount(record.fails) > 1) return;
  const PairCells::WithJob with_job = cells_.with_job(block, offset, record);
  if (!with_job.passes) {
    for (unsigned fails = with_job.fails_alone; fails != 0; fails &= fails - 1)
      ++gained_[static_cast<std::size_t>(std::countr_zero(fails))];
    return;
  }
  ++total_;
  Part bound = with_job.part;
  if (question_.terms.has_text)
    bound += part_of(Criterion::text, question_.terms, full_units, true);
  if (!may_be_best(block, offset, bound + cells_.rest_bound(block, offset))) return;
  passed_.push_back({offset, with_job.part + cells_.rest(block, offset)});
}

RankedMatch MatchScan::ranked(const Block& block, std::uint16_t offset, const Part& part) const {
  return {part.score(), block.published[offset], block.first + offset};
}

bool MatchScan::may_be_best(const Block& block, std::uint16_t offset, const Part& part) const {
  return !best_.worst() || BetterMatch()(ranked(block, offset, part), *best_.worst());
}

void MatchScan::offer_passed(const Block& block) {
  if (question_.terms.has_text) sum_text(block);
  for (std::size_t i = 0; i < passed_.size(); ++i) {
    Part part = passed_[i].part;
    if (question_.terms.has_text)
      part += part_of(Criterion::text, question_.terms, question_.words.units(text_[i]), true);
    best_.offer(ranked(block, passed_[i].offset, part));
  }
}

// Word by word, as TopK sums up scores, but few of the records have any of the words.
void MatchScan::sum_text(const Block& block) {
  text_.assign(passed_.size(), 0);
  for (const KeyWord& word : question_.words.words())
    sum_text(block, block.postings.find(word.term, word.hash), word.weight);
}

void MatchScan::sum_text(const Block& block, const PostingList& list, std::uint64_t weight) {
  const auto add = [&](std::size_t i, std::size_t place) {
    text_[i] += weight * impact_of(list.weights[place], block.lengths[passed_[i].offset]);
  };
  if (list.dense) {
    for (std::size_t i = 0; i < passed_.size(); ++i)
      if (list.dense->bits.test(passed_[i].offset)) add(i, list.dense->rank_of(passed_[i].offset));
    return;
  }
  std::size_t i = 0, place = 0;
  const std::span<const std::uint16_t> offsets = list.documents.offsets;
  while (i < passed_.size() && place < offsets.size()) {
    if (passed_[i].offset < offsets[place]) {
      ++i;
    } else if (passed_[i].offset > offsets[place]) {
      ++place;
    } else {
      add(i++, place++);
    }
  }
}

}  // namespace incontro
