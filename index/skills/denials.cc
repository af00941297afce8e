#include "skills/denials.h"

#include <algorithm>

namespace incontro {
namespace {

constexpr std::size_t demand_reach = 4;   // words from the negation to the demand
constexpr std::size_t absence_reach = 5;  // words from the absence to the name

bool may_deny(const SkillWord& word) {
  return word.sense.has(Cue::negation) || word.sense.has(Cue::absence);
}

// The words from `first` to before `last`, and the names that begin there.
class Clause {
 public:
  Clause(const std::vector<SkillWord>& words, std::span<const ClausePlace> places,
         std::size_t first, std::size_t last, std::span<const NameMatch> matches)
      : words_(words), places_(places), first_(first), last_(last), matches_(matches) {}

  // By match.
  std::vector<bool> judge() && {
    denied_.assign(matches_.size(), false);
    if (next(Cue::twice, first_) < last_) return std::move(denied_);
    for (std::size_t i = first_; i < last_; ++i) {
      if (!may_deny(words_[i]) || within_name(i)) continue;
      if (words_[i].sense.has(Cue::absence))
        deny_next(i);
      else if (denies_demand(i))
        deny_demanded(i);
    }
    return std::move(denied_);
  }

 private:
  std::uint32_t segment(std::size_t i) const { return places_[i].segment; }

  std::size_t next(Cue cue, std::size_t from) const {
    while (from < last_ && !words_[from].sense.has(cue)) ++from;
    return from;
  }

  // As in "controlli non distruttivi".
  bool within_name(std::size_t i) const {
    return std::ranges::any_of(matches_,
                               [&](const NameMatch& m) { return m.begin <= i && i < m.end; });
  }

  bool denies_demand(std::size_t i) const {
    if (i + 1 < last_ && words_[i + 1].sense.has(Cue::unless)) return false;
    const std::size_t demand = next(Cue::demand, i + 1);
    return demand < last_ && demand <= i + demand_reach && segment(demand) == segment(i);
  }

  void deny_demanded(std::size_t i) {
    const std::size_t reset = next(Cue::reset, i);
    const bool taken_back =
        next(Cue::welcome, reset) < last_ &&
        std::ranges::none_of(matches_, [&](const NameMatch& m) { return m.begin > reset; });
    if (taken_back) return;
    bool any = false;
    std::uint32_t reached = segment(i);
    for (std::size_t m = 0; m < matches_.size(); ++m) {
      const std::uint32_t begin = matches_[m].begin;
      if (begin < i || begin >= reset) continue;
      if (segment(begin) != reached) {
        if (!any || !enumerates(begin)) break;
        reached = segment(begin);
      }
      denied_[m] = any = true;
    }
    if (!any) deny_before(i);
  }

  void deny_before(std::size_t i) {
    for (std::size_t m = 0; m < matches_.size(); ++m)
      if (matches_[m].end <= i && segment(matches_[m].begin) == segment(i) &&
          next(Cue::reset, matches_[m].end) > i)
        denied_[m] = true;
  }

  // The segment begins with this name, but for function words.
  bool enumerates(std::size_t begin) const {
    for (std::size_t k = begin; k-- > first_ && segment(k) == segment(begin);)
      if (words_[k].content) return false;
    return true;
  }

  void deny_next(std::size_t i) {
    for (std::size_t m = 0; m < matches_.size(); ++m) {
      const std::uint32_t begin = matches_[m].begin;
      if (begin > i && begin <= i + absence_reach && segment(begin) == segment(i) &&
          next(Cue::reset, i) > begin)
        denied_[m] = true;
    }
  }

  const std::vector<SkillWord>& words_;
  const std::span<const ClausePlace> places_;
  const std::size_t first_, last_;
  const std::span<const NameMatch> matches_;
  std::vector<bool> denied_;
};

}  // namespace

std::vector<bool> denied(std::string_view text, std::span<const Token> tokens,
                         const std::vector<SkillWord>& words,
                         const std::vector<NameMatch>& matches) {
  std::vector<bool> all(matches.size());
  if (matches.empty() || std::ranges::none_of(words, may_deny)) return all;
  const std::vector<ClausePlace> by_token = clause_places(text, tokens);
  std::vector<ClausePlace> places;
  for (const SkillWord& word : words)
    places.push_back(by_token[static_cast<std::size_t>(word.token - tokens.data())]);
  std::size_t m = 0;
  for (std::size_t first = 0, last = 0; first < words.size(); first = last) {
    while (last < words.size() && places[last].clause == places[first].clause) ++last;
    const std::size_t begin = m;
    while (m < matches.size() && matches[m].begin < last) ++m;
    const auto of_clause = std::span(matches).subspan(begin, m - begin);
    const std::vector<bool> judged = Clause(words, places, first, last, of_clause).judge();
    std::copy(judged.begin(), judged.end(), all.begin() + static_cast<std::ptrdiff_t>(begin));
  }
  return all;
}

}  // namespace incontro
