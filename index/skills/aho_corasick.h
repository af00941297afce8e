#pragma once

#include <bit>
#include <cstdint>
#include <deque>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace incontro {

// Finds all of many patterns, sequences of numbered symbols, in one pass over a text: a trie of the
// patterns in which every node knows where to go on when the next symbol does not fit, the longest
// proper suffix of what was read that is in the trie (Aho, Corasick: Efficient string matching,
// CACM 18, 1975). Immutable once linked; any thread.
class AhoCorasick {
 public:
  using Symbol = std::uint32_t;
  using Pattern = std::uint32_t;
  static constexpr Pattern none = UINT32_MAX;
  static constexpr Symbol unknown = 0;  // in texts: a symbol of no pattern

  // The number of a pattern: that of the first that was equal, else the next. REQUIRES: not empty.
  Pattern add(std::span<const Symbol> pattern) {
    Node node = root;
    for (const Symbol symbol : pattern) {
      const auto [edge, fresh] =
          edges_.try_emplace(key(node, symbol), static_cast<Node>(nodes_.size()));
      node = edge->second;
      if (fresh) nodes_.emplace_back();
    }
    if (nodes_[node].pattern == none) nodes_[node].pattern = patterns_++;
    return nodes_[node].pattern;
  }

  // Call once, after the last pattern.
  void link() {
    std::vector<std::vector<std::pair<Symbol, Node>>> children(nodes_.size());
    slots_.resize(std::bit_ceil(2 * edges_.size() + 1));
    for (const auto& [from, to] : edges_) {
      children[from >> 32].emplace_back(static_cast<Symbol>(from), to);
      std::size_t slot = slot_of(from);
      while (slots_[slot].key != 0) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = {from, to};
    }
    edges_.clear();
    std::deque<Node> waiting = {root};  // breadth first: a suffix is nearer to the root
    for (; !waiting.empty(); waiting.pop_front())
      for (const auto& [symbol, child] : children[waiting.front()]) {
        const Node parent = waiting.front();
        const Node suffix = parent == root ? root : next(nodes_[parent].suffix, symbol);
        nodes_[child].suffix = suffix;
        nodes_[child].shorter = nodes_[suffix].pattern != none ? suffix : nodes_[suffix].shorter;
        waiting.push_back(child);
      }
  }

  // visit(pattern, end): the pattern ends before symbols[end]; ascending by end, of those with one
  // end the longest first.
  template <class F>
  void find(std::span<const Symbol> symbols, F&& visit) const {
    Node node = root;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
      node = symbols[i] == unknown ? root : next(node, symbols[i]);
      for (Node at = nodes_[node].pattern != none ? node : nodes_[node].shorter; at != root;
           at = nodes_[at].shorter)
        visit(nodes_[at].pattern, i + 1);
    }
  }

 private:
  using Node = std::uint32_t;
  static constexpr Node root = 0;
  struct State {
    Pattern pattern = none;
    Node suffix = root;   // where to go on
    Node shorter = root;  // the longest suffix that is a pattern itself
  };

  struct Edge {
    std::uint64_t key = 0;  // 0: none; the symbol 0 has no edges
    Node to = root;
  };

  static std::uint64_t key(Node node, Symbol symbol) { return std::uint64_t{node} << 32 | symbol; }
  std::size_t slot_of(std::uint64_t key) const {
    return (key * 0x9E3779B97F4A7C15u >> 32) & (slots_.size() - 1);
  }
  Node next(Node node, Symbol symbol) const {
    for (;; node = nodes_[node].suffix) {
      const std::uint64_t wanted = key(node, symbol);
      for (std::size_t slot = slot_of(wanted); slots_[slot].key != 0;
           slot = (slot + 1) & (slots_.size() - 1))
        if (slots_[slot].key == wanted) return slots_[slot].to;
      if (node == root) return root;
    }
  }

  std::vector<State> nodes_ = std::vector<State>(1);
  std::unordered_map<std::uint64_t, Node> edges_;  // until linked
  std::vector<Edge> slots_;                        // open addressing; then
  Pattern patterns_ = 0;
};

}  // namespace incontro
