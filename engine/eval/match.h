#pragma once

#include <incontro/live_day.h>

#include <vector>

#include "eval/branch_search.h"
#include "eval/compound_search.h"
#include "eval/hits.h"
#include "eval/plan.h"
#include "eval/word_search.h"

namespace incontro {

// Finds the documents of a block that the words, the radius and the scope let through, before any
// filter. Keeps its memory between blocks; one thread at a time.
class Matcher {
 public:
  explicit Matcher(const Plan& plan) : plan_(plan) {}

  // `day`: of the view, on the plan's day. After it, terms() are those of the block.
  void match(const BlockView& view, const LiveDay& day, Hits& hits);

  // The required terms' postings in the block of the last match, in the order of the plan. Where
  // synonyms stood in for a term, hits may lack it.
  const std::vector<PostingList>& terms() const { return terms_; }
  // Some hit of the last match lacks a term that a phrase implies: a word that an apostrophe cuts
  // off is a function word in the text (Sant'Agata), and none in the phrase ("sant agata"). Or it
  // lacks a term of an alternative.
  bool partial() const { return partial_; }
  // Synonyms took part in the last match, so that some of its hits may not be literal.
  bool expanded() const { return !literal_.empty(); }
  // Of hits of the last match those with all words of the query.
  void literal(const Hits& hits, Hits& literal);
  // The last match gave all live documents: no word, no radius, and the scope is `active`.
  bool all_live() const { return all_live_; }

 private:
  void gather(const BlockView& view, const PlannedClauses& clauses, std::vector<PostingList>& terms,
              std::vector<OffsetSet>& sets);
  Hits& next_found();
  void add_expansion(const BlockView& view, const PlannedExpansion& expansion);
  void find_synonyms(const BlockView& view, const PlannedExpansion& expansion);
  void add_alternatives(const BlockView& view);
  bool lacks_implied(const Hits& hits);
  const BitSet& scope(const BlockView& view, const LiveDay& day);
  void intersect(const BitSet& live, Hits& hits);

  const Plan& plan_;
  bool all_live_ = false, partial_ = false;
  std::vector<PostingList> terms_, excluded_terms_;
  std::vector<OffsetSet> required_, excluded_;
  std::vector<OffsetSet> literal_;   // of the terms for which synonyms stood in
  std::vector<OffsetSet> synonyms_;  // of one expansion
  BranchSearch branches_;
  WordSearch search_;
  CompoundSearch compounds_{search_};
  std::vector<std::unique_ptr<Hits>> found_;  // by search_; required_ and excluded_ point to them
  std::size_t found_used_ = 0;
  Hits implied_;
  BitSet scope_, marked_;
};

}  // namespace incontro
