#pragma once

#include <incontro/block.h>

#include <cstdint>
#include <vector>

#include "match/pair_cells.h"

namespace incontro {

// Counts the musts of a vacancy that asks by the columns of CVs, because nearly all of a collection
// are looked at: what does not depend on a CV's trade is looked up once a block for all with the
// same conditions and papers. One thread at a time.
class MustColumns {
 public:
  explicit MustColumns(const Question& question);

  // What follows is asked of this block's records. REQUIRES: cells that have entered it.
  void enter(const Block& block, const PairCells& cells);
  // How many musts a record fails by its conditions and papers alone, by any of its jobs.
  std::uint8_t least_fails(std::uint16_t offset) const { return fails_[offset]; }
  // How many of `unrelated`, which it changes, fail no must but the profession.
  std::uint64_t count_passing(const Block& block, BitSet& unrelated, PairCells& cells);

 private:
  void keep_by_languages(const Block& block, BitSet& records, PairCells& cells) const;

  const Question& question_;
  const std::size_t language_field_;
  bool languages_ = false;  // are a must
  bool others_ = false;     // so are criteria that must be asked one by one
  std::vector<std::uint8_t> of_conditions_, of_papers_, fails_;
};

}  // namespace incontro
