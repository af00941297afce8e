#include <incontro/block.h>

#include <algorithm>

namespace incontro {

Day day_of(Date date) {
  const auto days = date.time_since_epoch().count();
  return static_cast<Day>(std::clamp<decltype(days)>(days, 0, no_day - 1));
}

PostingList Postings::list(std::size_t i) const {
  const std::size_t from = posting_start[i], count = posting_start[i + 1] - from;
  return {std::span(offsets).subspan(from, count), std::span(impacts).subspan(from, count)};
}

PostingList Postings::find(std::string_view wanted) const {
  std::size_t low = 0, high = terms();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (term(middle) < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == terms() || term(low) != wanted) return {};
  return list(low);
}

struct ActiveOn::Answer {
  Day today;
  int validity_days;
  BitSet active;
};

std::shared_ptr<const BitSet> ActiveOn::active(const Block& block, Day today,
                                               int validity_days) const {
  std::shared_ptr<const Answer> last = last_.load();
  if (!last || last->today != today || last->validity_days != validity_days) {
    auto made = std::make_shared<Answer>(Answer{today, validity_days, {}});
    for (std::size_t i = 0; i < block.size; ++i) {
      const int age = today - block.published[i];
      if (age >= 0 && age <= validity_days && block.expires[i] >= today) made->active.set(i);
    }
    last = std::move(made);
    last_.store(last);
  }
  return {last, &last->active};
}

BlockView view_of(std::shared_ptr<const Block> block, const BitSet& withdrawn) {
  return {std::move(block), std::make_shared<const BitSet>(withdrawn),
          std::make_shared<const ActiveOn>()};
}

}  // namespace incontro
