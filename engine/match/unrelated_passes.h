#pragma once

#include <incontro/block.h>

#include <cstdint>
#include <vector>

#include "match/pair_cells.h"

namespace incontro {

// Counts the records that fail no must but the profession: nearly all of a collection are looked
// at, so that it goes by columns. What does not depend on a record's place in the trade is looked
// up once a block for all records with the same conditions and papers. One thread at a time.
class UnrelatedPasses {
 public:
  explicit UnrelatedPasses(const Question& question);

  // Of `unrelated`, which it changes. REQUIRES: cells that have entered the block.
  std::uint64_t count(const Block& block, BitSet& unrelated, PairCells& cells);

 private:
  void keep_by_cells(const Block& block, BitSet& records, const PairCells& cells);
  void keep_by_languages(const Block& block, BitSet& records, PairCells& cells) const;

  const Question& question_;
  const bool by_vacancy_;
  const std::size_t language_field_;
  bool languages_ = false;  // are a must
  bool others_ = false;     // so are criteria that must be asked one by one
  std::vector<std::uint8_t> good_conditions_, good_papers_, good_;
};

}  // namespace incontro
