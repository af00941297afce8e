#include <incontro/block.h>
#include <incontro/live_day.h>

#include <algorithm>

namespace incontro {

Day day_of(Date date) {
  const auto days = date.time_since_epoch().count();
  return static_cast<Day>(std::clamp<decltype(days)>(days, 0, no_day - 1));
}

std::size_t Block::bytes() const {
  std::size_t sum = postings.bytes() + 2 * (published.size() + expires.size() + newest.size());
  for (const Column& column : columns)
    sum += 2 * column.numbers.size() + 4 * column.set_start.size() + 2 * column.set_values.size();
  for (const ShownValues& field : shown)
    sum += 10 * field.values.size() + 2 * field.offsets.size() +
           sizeof(BitSet) * field.bits.size() + 4 * field.set_start.size() +
           2 * field.set_values.size();
  return sum;
}

bool Block::operator==(const Block& other) const {
  return collection == other.collection && first == other.first && size == other.size &&
         postings == other.postings && columns == other.columns && published == other.published &&
         expires == other.expires;
}

BlockView view_of(std::shared_ptr<const Block> block, std::shared_ptr<const WordIndex> words,
                  const BitSet& withdrawn) {
  return {std::move(block), std::move(words), std::make_shared<const BitSet>(withdrawn),
          std::make_shared<const LiveDays>(std::make_shared<const BlockDays>())};
}

BlockView view_of(const BlockView& view, const BitSet& withdrawn) {
  return {view.block, view.words, std::make_shared<const BitSet>(withdrawn),
          std::make_shared<const LiveDays>(view.days->of_block())};
}

}  // namespace incontro
