#include "eval/top_k.h"

#include <algorithm>

namespace incontro {

bool TopK::better(const Ranked& a, const Ranked& b) const {
  if (by_score_ && a.score != b.score) return a.score > b.score;
  if (a.published != b.published) return a.published > b.published;
  return a.number > b.number;
}

void TopK::offer(const Block& block, const Matches& matches) {
  if (k_ == 0) return;
  const auto order = [this](const Ranked& a, const Ranked& b) { return better(a, b); };
  for (std::size_t i = 0; i < matches.offsets.size(); ++i) {
    const std::uint16_t offset = matches.offsets[i];
    const Ranked candidate{matches.scores.empty() ? 0 : matches.scores[i], block.published[offset],
                           block.first + offset};
    if (heap_.size() == k_) {
      if (!better(candidate, heap_.front())) continue;
      std::ranges::pop_heap(heap_, order);
      heap_.back() = candidate;
    } else {
      heap_.push_back(candidate);
    }
    std::ranges::push_heap(heap_, order);
  }
}

std::vector<Ranked> TopK::best_first() && {
  std::ranges::sort(heap_, [this](const Ranked& a, const Ranked& b) { return better(a, b); });
  return std::move(heap_);
}

}  // namespace incontro
