#pragma once

#include <incontro/block.h>

#include <array>
#include <cstdint>
#include <memory>

#include "match/pair_cells.h"

namespace incontro {

// Which vacancies fail which musts of a CV that asks, as sets: who asks for what the CV has not is
// united value by value, so that no vacancy is looked at before it is known to pass. Experience,
// skills, place and salary are no such sets: where one of those is a must, it is left to others.
// One thread at a time.
class MustSets {
 public:
  explicit MustSets(const Question& question);

  // What follows is asked of this block's vacancies.
  void enter(const Block& block, PairCells& cells, const BitSet& allowed);
  // Whether these sets tell of all musts.
  bool complete() const { return complete_; }
  // Of the allowed, those that fail no must of the sets, by one of the jobs that ask; and those
  // that fail one at most.
  const BitSet& passing() const { return passing_; }
  const BitSet& nearly_passing() const { return nearly_passing_; }
  // Adds, by Criterion, how many would pass if it were no must.
  void count_gained(std::array<std::uint64_t, criterion_count>& gained) const;

 private:
  // Sets of vacancies, by Criterion. Those not in `used` are empty.
  struct Sets {
    CriterionBits used = 0;
    std::array<std::unique_ptr<BitSet>, criterion_count> of;

    void clear() { used = 0; }
    BitSet& operator[](Criterion criterion);
    // To that of each criterion in fails_of(value) the documents of the value.
    template <class FailsOf>
    void add(const CellDocuments& documents, FailsOf&& fails_of);
    template <class F>  // (Criterion, const BitSet&)
    void for_each(F&& visit) const;
  };
  void add_papers(const ProfileColumns& columns, PairCells& cells);
  void add_job(const ProfileColumns& columns, const PairCells& cells, std::size_t asking);

  const bool complete_;
  Sets papers_, job_;  // those that fail
  Sets alone_;         // those that fail nothing else, by one of the jobs
  BitSet passing_, nearly_passing_;
};

}  // namespace incontro
