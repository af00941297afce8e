#pragma once

#include <incontro/block.h>
#include <incontro/text.h>

#include <memory>
#include <vector>

namespace incontro {

struct CollectionSnapshot {
  std::vector<BlockView> blocks;  // ascending, without gaps: all documents from number 0
  std::shared_ptr<const TextReader> text;

  std::uint64_t documents() const { return blocks.empty() ? 0 : blocks.back().block->end(); }
};

// What one query sees. Immutable; shares all unchanged blocks with the snapshots before it. The
// text index follows on its own: it may lack the newest documents, or hold some at or above
// documents(), which are to be passed over.
struct Snapshot {
  Sequence sequence = 0;  // all changes up to it, none after it
  CollectionSnapshot collections[2];

  const CollectionSnapshot& of(Collection c) const {
    return collections[static_cast<std::size_t>(c)];
  }
};

}  // namespace incontro
