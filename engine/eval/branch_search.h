#pragma once

#include <incontro/block.h>
#include <incontro/snapshot.h>

#include <memory>
#include <vector>

#include "eval/compound_search.h"
#include "eval/hits.h"
#include "eval/plan.h"
#include "eval/word_search.h"

namespace incontro {

// Finds the documents of a block that fit alternatives of a query. Keeps its memory between blocks;
// one thread at a time. `expanded`: synonyms will do too.
class BranchSearch {
 public:
  // Sets that were given are no longer good.
  void begin_block() { used_ = 0; }
  // Of the block's documents, withdrawn ones too, those that fit; good until the next block.
  OffsetSet documents(const BlockView& view, const PlannedBranch& branch, bool expanded);
  OffsetSet any(const BlockView& view, const std::vector<PlannedBranch>& group, bool expanded);

 private:
  using Sets = std::vector<OffsetSet>;

  Sets sets_of(const BlockView& view, const PlannedClauses& clauses, bool expanded);
  OffsetSet fit_expansion(const BlockView& view, const PlannedBranch& branch,
                          const PlannedExpansion& expansion);
  OffsetSet with_compound(const BlockView& view, const Compound& compound);
  OffsetSet with_synonym(const BlockView& view, const PlannedTerm& term);
  OffsetSet common(Sets sets);
  Hits& next();

  WordSearch search_;
  CompoundSearch compounds_{search_};
  std::vector<std::unique_ptr<Hits>> memory_;
  std::size_t used_ = 0;
  BitSet marked_;
};

// Whether synonyms may stand in for a word of a member.
bool has_expansions(const std::vector<PlannedBranch>& group);

}  // namespace incontro
