#include "match/scan.h"

#include <incontro/assert.h>

#include <bit>

namespace incontro {

MatchScan::MatchScan(const Question& question, Day today, std::size_t k)
    : cells_(question, today), k_(k), best_(question, cells_, k) {
  if (question.found == Collection::vacancies)
    must_sets_.emplace(question);
  else
    must_columns_.emplace(question);
}

void MatchScan::add(const Block& block, const Hits& allowed) {
  offsets_.clear();
  cells_.enter(block);
  best_.enter(block);
  allowed_.clear();
  unite(allowed_, allowed.set());
  if (must_sets_)
    add_vacancies(block);
  else
    add_cvs(block);
}

void MatchScan::add_vacancies(const Block& block) {
  INCONTRO_ASSERT(block.profiles.one_each);
  must_sets_->enter(block, cells_, allowed_);
  if (!must_sets_->complete()) {
    must_sets_->nearly_passing().for_each([&](std::uint16_t o) { offsets_.push_back(o); });
    return try_all();
  }
  must_sets_->count_gained(gained_);
  total_ += must_sets_->passing().count();
  if (k_ == 0) return;
  for (const PairCells::Jobs rows : cells_.related_rows())
    for (const PairCells::Cells& vacancy : rows)
      if (must_sets_->passing().test(vacancy.offset)) best_.offer(vacancy, cells_.passing(vacancy));
}

void MatchScan::add_cvs(const Block& block) {
  if (!cells_.only_related()) {
    allowed_.for_each([&](std::uint16_t offset) { offsets_.push_back(offset); });
    return try_all();
  }
  must_columns_->enter(block, cells_);
  cells_.mark_related(0, related_);
  // Who fails two musts by cells alone is neither a result nor gained by dropping one.
  for_each_in_both(allowed_, related_, [&](std::uint16_t offset) {
    if (must_columns_->least_fails(offset) < 2) offsets_.push_back(offset);
  });
  try_all();
  allowed_.subtract(related_);
  gained_[static_cast<std::size_t>(Criterion::profession)] +=
      must_columns_->count_passing(block, allowed_, cells_);
}

void MatchScan::try_all() {
  constexpr std::size_t ahead = 16;
  for (std::size_t i = 0; i < offsets_.size(); ++i) {
    if (i + ahead < offsets_.size()) __builtin_prefetch(cells_.jobs_of(offsets_[i + ahead]).data());
    try_one(offsets_[i]);
  }
}

void MatchScan::try_one(std::uint16_t offset) {
  const PairCells::Jobs jobs = cells_.jobs_of(offset);
  const Part record = cells_.record(jobs.front());
  if (std::popcount(record.fails()) > 1) return;
  const PairCells::WithJob with_job = cells_.with_job(jobs, record);
  if (!with_job.passes) {
    for (unsigned fails = with_job.fails_alone; fails != 0; fails &= fails - 1)
      ++gained_[static_cast<std::size_t>(std::countr_zero(fails))];
    return;
  }
  ++total_;
  if (k_ > 0) best_.offer(jobs.front(), with_job.part + cells_.freshness(jobs.front()));
}

}  // namespace incontro
