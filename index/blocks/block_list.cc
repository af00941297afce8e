#include "blocks/block_list.h"

#include <incontro/assert.h>

#include <algorithm>
#include <span>

#include "blocks/merge_blocks.h"
#include "blocks/word_builder.h"

namespace incontro {

BlockList BlockList::of(std::vector<BlockView> views) {
  BlockList list;
  list.views_ = std::move(views);
  return list;
}

void BlockList::append(Block block, WordIndex words) {
  INCONTRO_ASSERT((views_.empty() || block.first == end()) && "a gap between blocks");
  views_.push_back(view_of(std::make_shared<const Block>(std::move(block)),
                           std::make_shared<const WordIndex>(std::move(words))));
  merge_tail();
}

// Like the carries of a binary counter: each document is merged some log2(65,536 / batch) times.
void BlockList::merge_tail() {
  std::size_t first = views_.size() - 1;
  std::size_t size = views_.back().block->size;
  while (first > 0) {
    const std::size_t before = views_[first - 1].block->size;
    if (before >= 2 * size || before + size > block_capacity) break;
    size += before;
    --first;
  }
  const auto tail = std::span(views_).subspan(first);
  if (tail.size() < 2) return;
  auto merged = std::make_shared<const Block>(merge_blocks(tail));
  auto words = std::make_shared<const WordIndex>(merge_words(tail));
  BitSet withdrawn;
  for (const BlockView& view : tail)
    view.withdrawn->for_each(
        [&](std::uint16_t offset) { withdrawn.set(view.block->first - merged->first + offset); });
  views_.resize(first);
  views_.push_back(view_of(std::move(merged), std::move(words), withdrawn));
}

void BlockList::withdraw(DocumentNumber number) {
  const auto after = std::ranges::upper_bound(
      views_, number, {}, [](const BlockView& view) { return view.block->first; });
  if (after == views_.begin()) return;
  BlockView& view = *std::prev(after);
  if (number >= view.block->end()) return;
  BitSet gone = *view.withdrawn;
  gone.set(number - view.block->first);
  view = view_of(view, gone);
}

}  // namespace incontro
