#include "highlight/stretch.h"

#include <algorithm>

namespace incontro {
namespace {

// In tenths of a target's weight.
constexpr std::uint64_t for_first = 10, for_repeated = 1, for_adjacent = 5;
constexpr std::uint32_t repetitions_counted = 3;

std::uint64_t gain_of(std::uint32_t shown_before) {
  if (shown_before == 0) return for_first;
  return shown_before <= repetitions_counted ? for_repeated : 0;
}

// A window over the matches that knows its score while it moves on.
class Window {
 public:
  Window(std::span<const Match> matches, std::span<const Target> targets)
      : matches_(matches), targets_(targets), shown_(targets.size()) {}

  void take_next() {
    const std::uint32_t target = matches_[end_].target;
    score_ += targets_[target].weight * gain_of(shown_[target]++);
    if (end_ > begin_) score_ += gain_beside(end_);
    ++end_;
  }
  void drop_first() {
    const std::uint32_t target = matches_[begin_].target;
    score_ -= targets_[target].weight * gain_of(--shown_[target]);
    ++begin_;
    if (begin_ < end_) score_ -= gain_beside(begin_);
  }
  std::size_t first() const { return begin_; }
  std::uint64_t score() const { return score_; }

 private:
  // What a match gains by the one before it.
  std::uint64_t gain_beside(std::size_t match) const {
    const Match &before = matches_[match - 1], &here = matches_[match];
    const bool adjacent = before.target != here.target && before.last + 1 == here.first;
    return adjacent ? for_adjacent * targets_[here.target].weight : 0;
  }

  const std::span<const Match> matches_;
  const std::span<const Target> targets_;
  std::vector<std::uint32_t> shown_;  // how often each target is in the window
  std::size_t begin_ = 0, end_ = 0;
  std::uint64_t score_ = 0;
};

}  // namespace

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

Stretch best_stretch(std::string_view text, std::span<const Match> matches,
                     std::span<const Target> targets, std::size_t most) {
  Window window(matches, targets);
  Stretch best;
  std::size_t length = 0;  // characters from the window's begin to its end, both in bytes below
  std::uint32_t begin = matches.front().span.begin, end = begin;
  for (const Match& match : matches) {
    window.take_next();
    if (match.span.end > end) {
      length += characters(text.substr(end, match.span.end - end));
      end = match.span.end;
    }
    while (length > most && matches[window.first()].span.begin < match.span.begin) {
      window.drop_first();
      const std::uint32_t next = matches[window.first()].span.begin;
      length -= characters(text.substr(begin, next - begin));
      begin = next;
    }
    if (window.score() > best.score) best = {{begin, end}, window.score()};
  }
  return best;
}

}  // namespace incontro
