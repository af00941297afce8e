#include "eval/top_k.h"

#include <incontro/impact.h>

#include <algorithm>

namespace incontro {
namespace {

// Where the offset stands in a list that holds it.
std::size_t place_of(const PostingList& list, std::uint16_t offset) {
  if (list.dense) return list.dense->rank_of(offset);
  return static_cast<std::size_t>(std::ranges::lower_bound(list.documents.offsets, offset) -
                                  list.documents.offsets.begin());
}

}  // namespace

bool TopK::better(const Ranked& a, const Ranked& b) const {
  if (by_score_ && a.score != b.score) return a.score > b.score;
  if (a.published != b.published) return a.published > b.published;
  return a.number > b.number;
}

bool TopK::offer(const Ranked& candidate) {
  const auto order = [this](const Ranked& a, const Ranked& b) { return better(a, b); };
  if (heap_.size() == k_) {
    if (!better(candidate, heap_.front())) return false;
    std::ranges::pop_heap(heap_, order);
    heap_.back() = candidate;
  } else {
    heap_.push_back(candidate);
  }
  std::ranges::push_heap(heap_, order);
  return true;
}

void TopK::offer(const Block& block, const Hits& hits, std::span<const PostingList> terms) {
  if (k_ == 0 || hits.count == 0) return;
  if (!by_score_ && hits.dense)
    offer_newest(block, hits, terms);
  else if (!hits.dense)
    offer_offsets(block, hits.offsets, terms);
  else if (std::ranges::all_of(terms, &PostingList::dense))
    offer_bits(block, hits.bits, terms);
  else {
    offsets_.clear();
    hits.for_each([this](std::uint16_t offset) { offsets_.push_back(offset); });
    offer_offsets(block, offsets_, terms);
  }
}

std::uint64_t TopK::score(const Block& block, std::span<const PostingList> terms,
                          std::uint16_t offset) const {
  std::uint64_t sum = 0;
  for (std::size_t t = 0; t < terms.size(); ++t)
    sum += plan_.required.terms[t].weight *
           impact_of(terms[t].weights[place_of(terms[t], offset)], block.lengths[offset]);
  return sum;
}

// From the newest on, until one is too old to be among the best.
void TopK::offer_newest(const Block& block, const Hits& hits, std::span<const PostingList> terms) {
  for (const std::uint16_t offset : block.newest)
    if (hits.bits.test(offset) &&
        !offer({score(block, terms, offset), block.published[offset], block.first + offset}))
      return;
}

// Sixty-four documents at a time: none is scored where the terms' best impacts among them do not
// reach the worst that is kept.
void TopK::offer_bits(const Block& block, const BitSet& bits, std::span<const PostingList> terms) {
  for (std::size_t w = 0; w < BitSet::words; ++w) {
    std::uint64_t word = bits.word(w);
    if (word == 0) continue;
    if (heap_.size() == k_) {
      std::uint64_t bound = 0;
      for (std::size_t t = 0; t < terms.size(); ++t)
        bound += plan_.required.terms[t].weight * (terms[t].dense->peak[w] * 256u + 255u);
      if (bound < heap_.front().score) continue;
    }
    for (; word != 0; word &= word - 1) {
      const auto offset =
          static_cast<std::uint16_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(word)));
      offer({score(block, terms, offset), block.published[offset], block.first + offset});
    }
  }
}

// Term by term, each list run through once.
void TopK::offer_offsets(const Block& block, std::span<const std::uint16_t> offsets,
                         std::span<const PostingList> terms) {
  scores_.assign(offsets.size(), 0);
  for (std::size_t t = 0; t < terms.size(); ++t) {
    const PostingList& list = terms[t];
    const std::uint64_t weight = plan_.required.terms[t].weight;
    std::size_t place = 0;
    for (std::size_t i = 0; i < offsets.size(); ++i) {
      if (list.dense)
        place = list.dense->rank_of(offsets[i]);
      else
        while (list.documents.offsets[place] != offsets[i]) ++place;
      scores_[i] += weight * impact_of(list.weights[place], block.lengths[offsets[i]]);
    }
  }
  for (std::size_t i = 0; i < offsets.size(); ++i)
    offer({scores_[i], block.published[offsets[i]], block.first + offsets[i]});
}

std::vector<Ranked> TopK::best_first() && {
  std::ranges::sort(heap_, [this](const Ranked& a, const Ranked& b) { return better(a, b); });
  return std::move(heap_);
}

}  // namespace incontro
