#include "highlight/target_finder.h"

#include <algorithm>

namespace incontro {
namespace {

bool stands_at(const Target& phrase, std::span<const Token> tokens) {
  if (tokens.size() < phrase.words.size()) return false;
  for (std::size_t i = 0; i < phrase.words.size(); ++i) {
    const bool open = !phrase.open.empty() && phrase.open[i];
    if (open ? !tokens[i].word.starts_with(phrase.words[i]) : tokens[i].word != phrase.words[i])
      return false;
    if (tokens[i].position != tokens[0].position + i) return false;
  }
  return true;
}

}  // namespace

TargetFinder::TargetFinder(std::vector<Target> targets) : targets_(std::move(targets)) {
  for (std::uint32_t i = 0; i < targets_.size(); ++i) {
    const std::string_view first = targets_[i].words.front();
    switch (targets_[i].kind) {
      case Target::Kind::term:
        for (const std::string& stem : targets_[i].words) terms_.emplace(stem, i);
        break;
      case Target::Kind::phrase:
        if (!targets_[i].open.empty() && targets_[i].open.front())
          begun_phrases_.push_back(i);
        else
          phrases_.emplace(first, i);
        break;
      case Target::Kind::prefix:
        prefixes_.push_back({first, i});
        break;
    }
  }
  keep_shortest_prefixes();
}

// What begins with a longer one begins with the shorter too. Without the longer ones, the only
// prefix that a word can have is the last that is not after it.
void TargetFinder::keep_shortest_prefixes() {
  std::ranges::sort(prefixes_, {}, &Prefix::text);
  std::vector<Prefix> kept;
  for (const Prefix& prefix : prefixes_)
    if (kept.empty() || !prefix.text.starts_with(kept.back().text)) kept.push_back(prefix);
  prefixes_ = std::move(kept);
}

const TargetFinder::Prefix* TargetFinder::prefix_of(std::string_view word) const {
  const auto after = std::ranges::upper_bound(prefixes_, word, {}, &Prefix::text);
  if (after == prefixes_.begin()) return nullptr;
  const Prefix& last = *std::prev(after);
  return word.starts_with(last.text) ? &last : nullptr;
}

std::vector<Match> TargetFinder::find(std::span<const Token> tokens,
                                      std::span<const TextSpan> spans) const {
  std::vector<Match> matches;
  const auto add = [&](std::size_t first, std::size_t words, std::uint32_t target) {
    const std::size_t last = first + words - 1;
    matches.push_back({{spans[first].begin, spans[last].end},
                       tokens[first].position,
                       tokens[last].position,
                       target});
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (!token.stop) {
      auto term = terms_.find(token.term);
      if (term == terms_.end()) term = terms_.find(token.foreign_term);
      if (term != terms_.end()) add(i, 1, term->second);
    }
    if (const Prefix* const prefix = prefix_of(token.word)) add(i, 1, prefix->target);
    const auto add_phrase = [&](std::uint32_t target) {
      const Target& phrase = targets_[target];
      if (stands_at(phrase, tokens.subspan(i))) add(i, phrase.words.size(), target);
    };
    const auto [begin, end] = phrases_.equal_range(token.word);
    for (auto phrase = begin; phrase != end; ++phrase) add_phrase(phrase->second);
    for (const std::uint32_t phrase : begun_phrases_) add_phrase(phrase);
  }
  return matches;
}

std::vector<TextSpan> covered_by(std::span<const Match> matches) {
  std::vector<TextSpan> spans;
  for (const Match& match : matches)
    if (!spans.empty() && match.span.begin <= spans.back().end)
      spans.back().end = std::max(spans.back().end, match.span.end);
    else
      spans.push_back(match.span);
  return spans;
}

}  // namespace incontro
