#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace incontro {

// The k best of what is offered, by a total order. Up to twice k are kept, of which the better half
// stays when they are full: for deep pages a heap of k took three times as long. One thread at a
// time.
template <class T, class Better>
class BestK {
 public:
  BestK(std::size_t k, Better better) : k_(k), better_(std::move(better)) {}

  // False: not among the best.
  bool offer(const T& candidate) {
    if (k_ == 0 || (worst_ && !better_(candidate, *worst_))) return false;
    candidates_.push_back(candidate);
    if (candidates_.size() == 2 * k_) keep_best();
    return true;
  }
  // The k-th best when candidates were last thrown away: none below it is among the best.
  const std::optional<T>& worst() const { return worst_; }

  // The best from `offset` on, best first.
  std::vector<T> best_first(std::size_t offset) && {
    if (offset >= std::min(k_, candidates_.size())) return {};
    if (candidates_.size() > k_) keep_best();
    const auto first = candidates_.begin() + static_cast<std::ptrdiff_t>(offset);
    std::ranges::nth_element(candidates_, first, better_);
    candidates_.erase(candidates_.begin(), first);
    std::ranges::sort(candidates_, better_);
    return std::move(candidates_);
  }

 private:
  void keep_best() {
    const auto last = candidates_.begin() + static_cast<std::ptrdiff_t>(k_ - 1);
    std::ranges::nth_element(candidates_, last, better_);
    worst_ = *last;
    candidates_.resize(k_, *worst_);
  }

  const std::size_t k_;
  const Better better_;
  std::vector<T> candidates_;
  std::optional<T> worst_;
};

}  // namespace incontro
