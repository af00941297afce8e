#include <incontro/live_day.h>

namespace incontro {
namespace {

std::uint16_t days_before(Day today, int days) {
  return static_cast<std::uint16_t>(std::max(0, today - days));
}

BlockDay block_day(const Block& block, Day today, int validity_days) {
  BlockDay day{.today = today,
               .validity_days = validity_days,
               .active = {},
               .younger = {},
               .dated = dated_field_on(block, today)};
  day.active.set_where(block.published, days_before(today, validity_days), today);
  BitSet standing;
  standing.set_where(block.expires, today, no_day);
  day.active.intersect(standing);
  for (std::size_t i = 0; i < std::size(age_buckets); ++i)
    day.younger[i].set_where(block.published, days_before(today, age_buckets[i] - 1), no_day);
  return day;
}

std::vector<std::vector<std::uint32_t>> totals(const Block& block, const LiveDay& day) {
  std::vector<std::vector<std::uint32_t>> totals;
  for (std::size_t f = 0; f < block.shown.size(); ++f) {
    auto& counts = totals.emplace_back();
    if (fields_of(block.collection)[f].kind == FieldKind::age)
      for (const BitSet& younger : day.block_day->younger)
        counts.push_back(count_common(day.live, younger));
    const ValueDocuments& shown = *values_on(block, *day.block_day, f).shown;
    for (std::size_t i = 0; i < shown.values.size(); ++i)
      counts.push_back(count_in(shown.documents(i), day.live));
  }
  return totals;
}

}  // namespace

std::shared_ptr<const BlockDay> BlockDays::on(const Block& block, Day today,
                                              int validity_days) const {
  std::shared_ptr<const BlockDay> last = last_.load();
  if (!last || last->today != today || last->validity_days != validity_days) {
    last = std::make_shared<const BlockDay>(block_day(block, today, validity_days));
    last_.store(last);
  }
  return last;
}

std::shared_ptr<const LiveDay> LiveDays::on(const BlockView& view, Day today,
                                            int validity_days) const {
  std::shared_ptr<const LiveDay> last = last_.load();
  if (!last || last->block_day->today != today || last->block_day->validity_days != validity_days) {
    auto made = std::make_shared<LiveDay>();
    made->block_day = of_block_->on(*view.block, today, validity_days);
    made->live = made->block_day->active;
    made->live.subtract(*view.withdrawn);
    made->count = made->live.count();
    made->totals = totals(*view.block, *made);
    last = std::move(made);
    last_.store(last);
  }
  return last;
}

}  // namespace incontro
