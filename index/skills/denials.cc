#include "skills/denials.h"

#include <algorithm>

namespace incontro {
namespace {

constexpr std::size_t demand_reach = 4;   // words from the negation to the demand
constexpr std::size_t absence_reach = 5;  // words from the absence to the name

class Clause {
 public:
  Clause(const std::vector<SkillWord>& words, const std::vector<NameMatch>& matches)
      : words_(words), matches_(matches), denied_(matches.size()) {}

  std::vector<bool> judge() && {
    const bool twice =
        std::ranges::any_of(words_, [](const SkillWord& w) { return w.sense.has(Cue::twice); });
    for (std::size_t i = 0; i < words_.size() && !twice; ++i) {
      if (within_name(i)) continue;
      if (words_[i].sense.has(Cue::negation) && denies_demand(i))
        deny_demanded(i);
      else if (words_[i].sense.has(Cue::absence))
        deny_next(i);
    }
    return std::move(denied_);
  }

 private:
  // As in "controlli non distruttivi".
  bool within_name(std::size_t i) const {
    return std::ranges::any_of(matches_,
                               [&](const NameMatch& m) { return m.begin <= i && i < m.end; });
  }

  bool denies_demand(std::size_t i) const {
    if (i + 1 < words_.size() && words_[i + 1].sense.has(Cue::unless)) return false;
    for (std::size_t k = i + 1; k < std::min(words_.size(), i + 1 + demand_reach); ++k) {
      if (words_[k].segment != words_[i].segment) return false;
      if (words_[k].sense.has(Cue::demand)) return true;
    }
    return false;
  }

  std::size_t next(Cue cue, std::size_t from) const {
    while (from < words_.size() && !words_[from].sense.has(cue)) ++from;
    return from;
  }

  void deny_demanded(std::size_t i) {
    const std::size_t reset = next(Cue::reset, i);
    const bool taken_back =
        next(Cue::welcome, reset) < words_.size() &&
        std::ranges::none_of(matches_, [&](const NameMatch& m) { return m.begin > reset; });
    bool any = false;
    std::uint32_t segment = words_[i].segment;
    for (std::size_t m = 0; m < matches_.size(); ++m) {
      const NameMatch& match = matches_[m];
      if (match.begin < i || match.begin >= reset) continue;
      if (words_[match.begin].segment != segment) {
        if (!any || !enumerates(match.begin)) break;
        segment = words_[match.begin].segment;
      }
      any = true;
      denied_[m] = !taken_back;
    }
    if (any || taken_back) return;
    for (std::size_t m = 0; m < matches_.size(); ++m)
      if (matches_[m].end <= i && words_[matches_[m].begin].segment == words_[i].segment &&
          next(Cue::reset, matches_[m].end) > i)
        denied_[m] = true;
  }

  // The segment begins with this name, but for function words.
  bool enumerates(std::uint32_t begin) const {
    for (std::uint32_t k = begin; k-- > 0 && words_[k].segment == words_[begin].segment;)
      if (words_[k].content) return false;
    return true;
  }

  void deny_next(std::size_t i) {
    for (std::size_t m = 0; m < matches_.size(); ++m) {
      const std::uint32_t begin = matches_[m].begin;
      if (begin <= i || begin > i + absence_reach) continue;
      if (words_[begin].segment == words_[i].segment && next(Cue::reset, i) > begin)
        denied_[m] = true;
    }
  }

  const std::vector<SkillWord>& words_;
  const std::vector<NameMatch>& matches_;
  std::vector<bool> denied_;
};

}  // namespace

bool may_deny(const std::vector<SkillWord>& words) {
  return std::ranges::any_of(words, [](const SkillWord& word) {
    return word.sense.has(Cue::negation) || word.sense.has(Cue::absence);
  });
}

std::vector<bool> denied(const std::vector<SkillWord>& words,
                         const std::vector<NameMatch>& matches) {
  return Clause(words, matches).judge();
}

}  // namespace incontro
