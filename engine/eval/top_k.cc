#include "eval/top_k.h"

#include <incontro/impact.h>

#include <algorithm>
#include <numeric>

namespace incontro {
namespace {

// From here on an offset is found sooner by halves than by steps.
constexpr std::size_t steps_per_offset = 32;

constexpr std::uint64_t most_impact = 65'535;

// Of so many terms, documents with each choice of them are told apart.
constexpr std::size_t most_told_apart = 4;

}  // namespace

void TopK::offer(const Block& block, const Hits& hits, std::span<const PostingList> terms,
                 ExactForms& forms) {
  if (k_ == 0 || hits.count == 0) return;
  if (by_distance_)
    offer_nearest(block, hits);
  else if (!by_score_ && hits.dense)
    offer_newest(block, hits, terms, forms);
  else if (!hits.dense)
    offer_offsets(block, hits.offsets, terms, forms);
  else if (std::ranges::all_of(terms, &PostingList::dense))
    offer_bits(block, hits.bits, terms, forms);
  else {
    offsets_.clear();
    hits.for_each([this](std::uint16_t offset) { offsets_.push_back(offset); });
    offer_offsets(block, offsets_, terms, forms);
  }
}

void TopK::offer_partial(const Block& block, const Hits& hits, std::span<const PostingList> terms,
                         ExactForms& forms) {
  if (k_ == 0) return;
  if (by_distance_) return offer_nearest(block, hits);
  most_gains_.clear();
  for (std::size_t t = 0; t < terms.size(); ++t) most_gains_.push_back(forms.most_of_term(t));
  if (by_score_ && hits.dense) return offer_partial_bits(block, hits.bits, terms, forms);
  here_.resize(terms.size());
  std::iota(here_.begin(), here_.end(), std::size_t{0});
  if (!hits.dense)
    return hits.for_each(
        [&](std::uint16_t offset) { offer_by_terms_here(block, offset, terms, forms); });
  for (const std::uint16_t offset : block.newest) {
    if (!hits.bits.test(offset)) continue;
    // By date it is known without the score whether it is among the best.
    if (best_.worst() &&
        !better({0, block.published[offset], block.first + offset}, *best_.worst()))
      return;
    offer_by_terms_here(block, offset, terms, forms);
  }
}

void TopK::offer_by_terms_here(const Block& block, std::uint16_t offset,
                               std::span<const PostingList> terms, ExactForms& forms) {
  std::uint64_t score = 0, most = 0;
  held_.clear();
  for (const std::size_t t : here_) {
    if (!terms[t].documents.contains(offset)) continue;
    held_.push_back(t);
    score += plan_.required.terms[t].weight *
             impact_of(terms[t].weights[terms[t].place_of(offset)], block.lengths[offset]);
    most += most_gains_[t];
  }
  Ranked candidate{score + most, block.published[offset], block.first + offset};
  if (best_.worst() && !better(candidate, *best_.worst())) return;
  candidate.score = score;
  for (const std::size_t t : held_) candidate.score += forms.gain_of_term(t, offset);
  best_.offer(candidate);
}

// As offer_bits(). Which documents have which terms is known of all sixty-four at once, so that
// only those are looked at whose terms together may reach the worst that is kept.
void TopK::offer_partial_bits(const Block& block, const BitSet& bits,
                              std::span<const PostingList> terms, ExactForms& forms) {
  reached_.assign(terms.size(), 0);
  for (std::size_t w = 0; w < BitSet::words; ++w) {
    std::uint64_t word = bits.word(w);
    if (word == 0) continue;
    find_terms(w, word, terms);
    if (best_.worst()) word = may_reach(best_.worst()->score, word);
    for (; word != 0; word &= word - 1)
      offer_by_terms_here(
          block,
          static_cast<std::uint16_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(word))),
          terms, forms);
  }
}

void TopK::find_terms(std::size_t w, std::uint64_t word, std::span<const PostingList> terms) {
  here_.clear();
  most_here_.clear();
  for (std::size_t t = 0; t < terms.size(); ++t) {
    std::uint64_t own = 0, impact = most_impact;
    if (const DenseOffsets* const dense = terms[t].dense) {
      own = dense->bits.word(w);
      impact = dense->peak[w] * 256u + 255u;
    } else {
      const std::span<const std::uint16_t> offsets = terms[t].documents.offsets;
      std::uint32_t& place = reached_[t];
      for (; place < offsets.size() && offsets[place] < w * 64 + 64; ++place)
        if (offsets[place] >= w * 64) own |= std::uint64_t{1} << (offsets[place] % 64);
    }
    if ((own & word) == 0) continue;
    here_.push_back(t);
    most_here_.push_back({own, plan_.required.terms[t].weight * impact + most_gains_[t]});
  }
}

std::uint64_t TopK::may_reach(std::uint64_t least, std::uint64_t word) const {
  const std::size_t terms = most_here_.size();
  if (terms > most_told_apart) {
    std::uint64_t all = 0;
    for (const MostHere& one : most_here_) all += one.score;
    return all < least ? 0 : word;
  }
  std::uint64_t left = 0;
  for (std::size_t those = 0; those < std::size_t{1} << terms; ++those) {
    std::uint64_t documents = word, most = 0;
    for (std::size_t i = 0; i < terms; ++i) {
      const bool has = those >> i & 1;
      documents &= has ? most_here_[i].documents : ~most_here_[i].documents;
      most += has ? most_here_[i].score : 0;
    }
    if (most >= least) left |= documents;
  }
  return left;
}

std::uint64_t TopK::score(const Block& block, std::span<const PostingList> terms,
                          std::uint16_t offset) const {
  std::uint64_t sum = 0;
  for (std::size_t t = 0; t < terms.size(); ++t)
    sum += plan_.required.terms[t].weight *
           impact_of(terms[t].weights[terms[t].place_of(offset)], block.lengths[offset]);
  return sum;
}

bool TopK::offer_scored(const Block& block, std::uint16_t offset, std::uint64_t score,
                        ExactForms& forms) {
  Ranked candidate{score + forms.most(), block.published[offset], block.first + offset};
  if (best_.worst() && !better(candidate, *best_.worst())) return false;
  if (forms.most() > 0) candidate.score = score + forms.gain(offset);
  return best_.offer(candidate);
}

// From the newest on, until one is too old to be among the best.
void TopK::offer_newest(const Block& block, const Hits& hits, std::span<const PostingList> terms,
                        ExactForms& forms) {
  for (const std::uint16_t offset : block.newest)
    if (hits.bits.test(offset) && !offer_scored(block, offset, score(block, terms, offset), forms))
      return;
}

void TopK::offer_nearest(const Block& block, const Hits& hits) {
  hits.for_each([&](std::uint16_t offset) {
    const std::uint64_t nearness = nowhere - plan_.near->metres_of(block, offset);
    if (!best_.worst() || nearness >= best_.worst()->score)
      best_.offer({nearness, block.published[offset], block.first + offset});
  });
}

// Sixty-four documents at a time: none is scored where the terms' best impacts among them do not
// reach the worst that is kept.
void TopK::offer_bits(const Block& block, const BitSet& bits, std::span<const PostingList> terms,
                      ExactForms& forms) {
  for (std::size_t w = 0; w < BitSet::words; ++w) {
    std::uint64_t word = bits.word(w);
    if (word == 0) continue;
    if (best_.worst()) {
      std::uint64_t bound = forms.most();
      for (std::size_t t = 0; t < terms.size(); ++t)
        bound += plan_.required.terms[t].weight * (terms[t].dense->peak[w] * 256u + 255u);
      if (bound < best_.worst()->score) continue;
    }
    if (terms.size() == 1) {
      offer_word(block, w, word, terms[0], forms);
      continue;
    }
    for (; word != 0; word &= word - 1) {
      const auto offset =
          static_cast<std::uint16_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(word)));
      offer_scored(block, offset, score(block, terms, offset), forms);
    }
  }
}

// The same of one term, where most of the time of deep pages goes: few reach the worst kept.
void TopK::offer_word(const Block& block, std::size_t w, std::uint64_t word,
                      const PostingList& term, ExactForms& forms) {
  const std::uint64_t weight = plan_.required.terms[0].weight, own = term.dense->bits.word(w);
  const std::uint64_t least = best_.worst() ? best_.worst()->score : 0;
  const std::uint8_t* const weights = term.weights.data() + term.dense->rank[w];
  const std::uint16_t* const lengths = block.lengths.data() + w * 64;
  for (; word != 0; word &= word - 1) {
    const auto bit = static_cast<std::size_t>(std::countr_zero(word));
    const auto place = std::popcount(own & ((std::uint64_t{1} << bit) - 1));
    const std::uint64_t score = weight * impact_of(weights[place], lengths[bit]);
    if (score + forms.most() < least) continue;
    offer_scored(block, static_cast<std::uint16_t>(w * 64 + bit), score, forms);
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
      places_[i] = static_cast<std::uint32_t>(list.place_of(offsets[i]));
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
                         std::span<const PostingList> terms, ExactForms& forms) {
  scores_.assign(offsets.size(), 0);
  for (std::size_t t = 0; t < terms.size(); ++t) {
    find_places(terms[t], offsets);
    const std::uint64_t weight = plan_.required.terms[t].weight;
    for (std::size_t i = 0; i < offsets.size(); ++i)
      scores_[i] += weight * impact_of(terms[t].weights[places_[i]], block.lengths[offsets[i]]);
  }
  for (std::size_t i = 0; i < offsets.size(); ++i)
    offer_scored(block, offsets[i], scores_[i], forms);
}

}  // namespace incontro
