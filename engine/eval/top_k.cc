#include "eval/top_k.h"

#include <incontro/impact.h>

#include <algorithm>

namespace incontro {
namespace {

// From here on an offset is found sooner by halves than by steps.
constexpr std::size_t steps_per_offset = 32;

// Where the offset stands in a list that holds it.
std::size_t place_of(const PostingList& list, std::uint16_t offset) {
  if (list.dense) return list.dense->rank_of(offset);
  return static_cast<std::size_t>(std::ranges::lower_bound(list.documents.offsets, offset) -
                                  list.documents.offsets.begin());
}

bool contains(const OffsetSet& set, std::uint16_t offset) {
  return set.bits ? set.bits->test(offset) : std::ranges::binary_search(set.offsets, offset);
}

}  // namespace

bool TopK::better(const Ranked& a, const Ranked& b) const {
  if (by_score_ && a.score != b.score) return a.score > b.score;
  if (a.published != b.published) return a.published > b.published;
  return a.number > b.number;
}

bool TopK::offer(const Ranked& candidate) {
  if (worst_ && !better(candidate, *worst_)) return false;
  candidates_.push_back(candidate);
  if (candidates_.size() == 2 * k_) keep_best();
  return true;
}

void TopK::keep_best() {
  const auto last = candidates_.begin() + static_cast<std::ptrdiff_t>(k_ - 1);
  std::ranges::nth_element(candidates_, last,
                           [this](const Ranked& a, const Ranked& b) { return better(a, b); });
  worst_ = *last;
  candidates_.resize(k_);
}

void TopK::offer(const Block& block, const Hits& hits, std::span<const PostingList> terms) {
  if (k_ == 0 || hits.count == 0) return;
  if (by_distance_)
    offer_nearest(block, hits);
  else if (!by_score_ && hits.dense)
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

void TopK::offer_partial(const Block& block, const Hits& hits, std::span<const PostingList> terms) {
  if (k_ == 0) return;
  if (by_distance_) return offer_nearest(block, hits);
  const auto offer_scored = [&](std::uint16_t offset) {
    Ranked candidate{0, block.published[offset], block.first + offset};
    // By date it is known without the score whether it is among the best.
    if (!by_score_ && worst_ && !better(candidate, *worst_)) return false;
    for (std::size_t t = 0; t < terms.size(); ++t)
      if (contains(terms[t].documents, offset))
        candidate.score +=
            plan_.required.terms[t].weight *
            impact_of(terms[t].weights[place_of(terms[t], offset)], block.lengths[offset]);
    return offer(candidate);
  };
  if (by_score_ || !hits.dense) return hits.for_each(offer_scored);
  for (const std::uint16_t offset : block.newest)
    if (hits.bits.test(offset) && !offer_scored(offset)) return;
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

void TopK::offer_nearest(const Block& block, const Hits& hits) {
  hits.for_each([&](std::uint16_t offset) {
    const std::uint64_t nearness = nowhere - plan_.near->metres_of(block, offset);
    if (!worst_ || nearness >= worst_->score)
      offer({nearness, block.published[offset], block.first + offset});
  });
}

// Sixty-four documents at a time: none is scored where the terms' best impacts among them do not
// reach the worst that is kept.
void TopK::offer_bits(const Block& block, const BitSet& bits, std::span<const PostingList> terms) {
  for (std::size_t w = 0; w < BitSet::words; ++w) {
    std::uint64_t word = bits.word(w);
    if (word == 0) continue;
    if (worst_) {
      std::uint64_t bound = 0;
      for (std::size_t t = 0; t < terms.size(); ++t)
        bound += plan_.required.terms[t].weight * (terms[t].dense->peak[w] * 256u + 255u);
      if (bound < worst_->score) continue;
    }
    if (terms.size() == 1) {
      offer_word(block, w, word, terms[0]);
      continue;
    }
    for (; word != 0; word &= word - 1) {
      const auto offset =
          static_cast<std::uint16_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(word)));
      offer({score(block, terms, offset), block.published[offset], block.first + offset});
    }
  }
}

// The same of one term, where most of the time of deep pages goes: few reach the worst kept.
void TopK::offer_word(const Block& block, std::size_t w, std::uint64_t word,
                      const PostingList& term) {
  const std::uint64_t weight = plan_.required.terms[0].weight, own = term.dense->bits.word(w);
  const std::uint64_t least = worst_ ? worst_->score : 0;
  const std::uint8_t* const weights = term.weights.data() + term.dense->rank[w];
  const std::uint16_t* const lengths = block.lengths.data() + w * 64;
  for (; word != 0; word &= word - 1) {
    const auto bit = static_cast<std::size_t>(std::countr_zero(word));
    const auto place = std::popcount(own & ((std::uint64_t{1} << bit) - 1));
    const std::uint64_t score = weight * impact_of(weights[place], lengths[bit]);
    if (score < least) continue;
    const auto offset = static_cast<std::uint16_t>(w * 64 + bit);
    offer({score, block.published[offset], block.first + offset});
  }
}

// Without a branch on what is compared, which would be guessed wrong at every other step.
void TopK::find_places(const PostingList& list, std::span<const std::uint16_t> offsets) {
  places_.resize(offsets.size() + 1);
  if (list.dense) {
    for (std::size_t i = 0; i < offsets.size(); ++i)
      places_[i] = static_cast<std::uint32_t>(list.dense->rank_of(offsets[i]));
    return;
  }
  const std::span<const std::uint16_t> all = list.documents.offsets;
  if (all.size() > steps_per_offset * offsets.size()) {
    for (std::size_t i = 0; i < offsets.size(); ++i)
      places_[i] = static_cast<std::uint32_t>(place_of(list, offsets[i]));
    return;
  }
  std::size_t found = 0;
  for (std::uint32_t place = 0; found < offsets.size(); ++place) {
    places_[found] = place;
    found += all[place] == offsets[found];
  }
}

// Term by term, each list run through once.
void TopK::offer_offsets(const Block& block, std::span<const std::uint16_t> offsets,
                         std::span<const PostingList> terms) {
  scores_.assign(offsets.size(), 0);
  for (std::size_t t = 0; t < terms.size(); ++t) {
    find_places(terms[t], offsets);
    const std::uint64_t weight = plan_.required.terms[t].weight;
    for (std::size_t i = 0; i < offsets.size(); ++i)
      scores_[i] += weight * impact_of(terms[t].weights[places_[i]], block.lengths[offsets[i]]);
  }
  for (std::size_t i = 0; i < offsets.size(); ++i)
    if (!worst_ || !by_score_ || scores_[i] >= worst_->score)
      offer({scores_[i], block.published[offsets[i]], block.first + offsets[i]});
}

std::vector<Ranked> TopK::best_first(std::size_t offset) && {
  if (offset >= std::min(k_, candidates_.size())) return {};
  if (candidates_.size() > k_) keep_best();
  const auto order = [this](const Ranked& a, const Ranked& b) { return better(a, b); };
  const auto first = candidates_.begin() + static_cast<std::ptrdiff_t>(offset);
  std::ranges::nth_element(candidates_, first, order);
  candidates_.erase(candidates_.begin(), first);
  std::ranges::sort(candidates_, order);
  return std::move(candidates_);
}

}  // namespace incontro
