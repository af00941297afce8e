#pragma once

#include <incontro/block.h>
#include <incontro/query.h>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "eval/best_k.h"
#include "eval/exact_forms.h"
#include "eval/hits.h"
#include "eval/plan.h"

namespace incontro {

struct Ranked {
  std::uint64_t score;  // sorted by distance: the higher, the nearer
  Day published;
  DocumentNumber number;
};

// The k best of all blocks, by score or distance (unless sorted by date), then the newer, then the
// later stored: a total order, so that pages neither repeat nor miss a document.
class TopK {
 public:
  TopK(std::size_t k, const Plan& plan, Sort sort)
      : k_(k),
        plan_(plan),
        by_distance_(sort == Sort::distance),
        by_score_(by_distance_ || (sort == Sort::relevance && !plan.required.terms.empty())),
        best_(k, Order{by_score_}) {}

  // `terms`: the postings of the required terms in the block, in the order of the plan. `forms`:
  // those of the block.
  void offer(const Block& block, const Hits& hits, std::span<const PostingList> terms,
             ExactForms& forms);
  // The same of documents that may lack some of the terms.
  void offer_partial(const Block& block, const Hits& hits, std::span<const PostingList> terms,
                     ExactForms& forms);
  // The best from `offset` on, best first.
  std::vector<Ranked> best_first(std::size_t offset) && {
    return std::move(best_).best_first(offset);
  }
  bool better(const Ranked& a, const Ranked& b) const { return Order{by_score_}(a, b); }

 private:
  struct Order {
    bool by_score;
    bool operator()(const Ranked& a, const Ranked& b) const {
      if (by_score && a.score != b.score) return a.score > b.score;
      if (a.published != b.published) return a.published > b.published;
      return a.number > b.number;
    }
  };

  void offer_newest(const Block& block, const Hits& hits, std::span<const PostingList> terms,
                    ExactForms& forms);
  void offer_nearest(const Block& block, const Hits& hits);
  void offer_bits(const Block& block, const BitSet& bits, std::span<const PostingList> terms,
                  ExactForms& forms);
  void offer_word(const Block& block, std::size_t w, std::uint64_t word, const PostingList& term,
                  ExactForms& forms);
  void offer_by_terms_here(const Block& block, std::uint16_t offset,
                           std::span<const PostingList> terms, ExactForms& forms);
  void offer_partial_bits(const Block& block, const BitSet& bits,
                          std::span<const PostingList> terms, ExactForms& forms);
  // Fills here_ and most_here_ for the documents `word` of the w-th sixty-four.
  void find_terms(std::size_t w, std::uint64_t word, std::span<const PostingList> terms);
  // Those of the documents whose score may be `least`.
  std::uint64_t may_reach(std::uint64_t least, std::uint64_t word) const;
  void find_places(const PostingList& list, std::span<const std::uint16_t> offsets);
  void offer_offsets(const Block& block, std::span<const std::uint16_t> offsets,
                     std::span<const PostingList> terms, ExactForms& forms);
  std::uint64_t score(const Block& block, std::span<const PostingList> terms,
                      std::uint16_t offset) const;
  // `score`: what it has of its stems. Asks for its forms only where they can bring it among the
  // best. False: not among the best.
  bool offer_scored(const Block& block, std::uint16_t offset, std::uint64_t score,
                    ExactForms& forms);

  const std::size_t k_;
  const Plan& plan_;
  const bool by_distance_;
  const bool by_score_;  // or by distance, which stands in its place
  BestK<Ranked, Order> best_;
  std::vector<std::uint64_t> scores_;
  std::vector<std::uint16_t> offsets_;
  std::vector<std::uint32_t> places_;      // of the offsets, in the postings of one term
  std::vector<std::uint32_t> reached_;     // by sparse term: how far its postings are passed
  std::vector<std::uint64_t> most_gains_;  // by term
  std::vector<std::size_t> held_;          // the terms of the document at hand
  std::vector<std::size_t> here_;          // the terms that a document at hand may have
  struct MostHere {
    std::uint64_t documents, score;
  };
  std::vector<MostHere> most_here_;  // of the same terms: who has it, and the most it gives
};

}  // namespace incontro
