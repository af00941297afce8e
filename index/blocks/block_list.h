#pragma once

#include <incontro/block.h>

#include <vector>

namespace incontro {

// The blocks of one collection as they grow: new documents come as small blocks, which are merged
// with their neighbours so that there are few (sizes fall by about half from each to the next), and
// withdrawals set a bit. Blocks and bit sets are never changed in place: what a snapshot holds
// stays as it is. One thread at a time.
class BlockList {
 public:
  // REQUIRES: the block begins where the list ends; the first may begin anywhere.
  void append(Block block, WordIndex words);
  // Passes over numbers that the list does not hold.
  void withdraw(DocumentNumber number);

  const std::vector<BlockView>& views() const { return views_; }
  DocumentNumber end() const { return views_.empty() ? 0 : views_.back().block->end(); }

  // As loaded from disk. REQUIRES: without gaps from number 0.
  static BlockList of(std::vector<BlockView> views);

 private:
  void merge_tail();

  std::vector<BlockView> views_;
};

}  // namespace incontro
