#pragma once

#include <incontro/highlight.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace incontro {

// A target where it stands in a text.
struct Match {
  TextSpan span;
  std::uint32_t first, last;  // positions of its words
  std::uint32_t target;       // its place in TargetFinder::targets()
};

// Finds targets among tokens.
class TargetFinder {
 public:
  explicit TargetFinder(std::vector<Target> targets);

  const std::vector<Target>& targets() const { return targets_; }
  // By where they begin. REQUIRES: tokens and spans are of one text, an entry each a token.
  std::vector<Match> find(std::span<const Token> tokens, std::span<const TextSpan> spans) const;

 private:
  struct Prefix {
    std::string_view text;
    std::uint32_t target;
  };

  void keep_shortest_prefixes();
  const Prefix* prefix_of(std::string_view word) const;

  std::vector<Target> targets_;  // the texts of the others are in here
  std::unordered_map<std::string_view, std::uint32_t> terms_;
  std::unordered_multimap<std::string_view, std::uint32_t> phrases_;  // by first word
  std::vector<std::uint32_t> begun_phrases_;  // of which the first word is only begun
  std::vector<Prefix> prefixes_;              // by text
};

// The bytes that the matches cover, touching ones as one. REQUIRES: by where they begin.
std::vector<TextSpan> covered_by(std::span<const Match> matches);

}  // namespace incontro
