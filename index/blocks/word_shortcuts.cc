#include "blocks/word_shortcuts.h"

#include <algorithm>
#include <utility>

namespace incontro {
namespace {

void add_near(WordIndex& index) {
  std::vector<std::uint16_t> near;
  std::size_t document = 0;
  for (std::uint32_t p = 0; p < index.end(); p += WordIndex::document_interval) {
    while (index.base[document + 1] <= p) ++document;
    near.push_back(static_cast<std::uint16_t>(document));
  }
  index.near = std::move(near);
}

void add_text(WordIndex& index) {
  std::vector<std::uint32_t> frequent;
  for (std::uint32_t word = 0; word < index.words.size(); ++word)
    if (index.positions.count[word] >= WordIndex::frequent_occurrences) frequent.push_back(word);
  if (frequent.empty()) return;
  if (frequent.size() > WordIndex::most_frequent) {
    std::ranges::sort(frequent, [&](std::uint32_t a, std::uint32_t b) {
      return index.positions.count[a] != index.positions.count[b]
                 ? index.positions.count[a] > index.positions.count[b]
                 : a < b;
    });
    frequent.resize(WordIndex::most_frequent);
    std::ranges::sort(frequent);
  }
  std::vector<std::uint8_t> text(index.end(), 0);
  for (std::size_t i = 0; i < frequent.size(); ++i)
    index.positions.for_each(frequent[i], [&](std::uint32_t position) {
      text[position] = static_cast<std::uint8_t>(i + 1);
    });
  index.frequent = std::move(frequent);
  index.text = std::move(text);
}

// By pair: how often, then where.
void add_pairs(WordIndex& index) {
  const std::span<const std::uint8_t> text = index.text.span();
  const auto for_each_pair = [&](auto&& visit) {
    for (std::uint32_t p = 0; p + 1 < text.size(); ++p)
      if (text[p] != 0 && text[p + 1] != 0) visit(text[p] * 256u + text[p + 1], p);
  };
  std::vector<std::uint32_t> place(1u << 16, 0);
  for_each_pair([&](std::uint32_t pair, std::uint32_t) { ++place[pair]; });
  std::vector<std::uint16_t> pairs;
  std::uint32_t sum = 0;
  for (std::uint32_t pair = 0; pair < place.size(); ++pair) {
    if (place[pair] > 0) pairs.push_back(static_cast<std::uint16_t>(pair));
    sum += std::exchange(place[pair], sum);
  }
  std::vector<std::uint32_t> positions(sum);
  for_each_pair([&](std::uint32_t pair, std::uint32_t p) { positions[place[pair]++] = p; });
  PositionListsBuilder lists;  // place is now one past the last of each
  std::uint32_t begin = 0;
  for (const std::uint16_t pair : pairs) {
    lists.add(std::span(positions).subspan(begin, place[pair] - begin));
    begin = place[pair];
  }
  index.pairs = std::move(pairs);
  index.pair_positions = std::move(lists).finish();
}

// Chooses the words that share a set: going through the words of any prefix, with the help of the
// sets below it, then costs no more than set_cost.
class SetChooser {
 public:
  explicit SetChooser(const WordIndex& index) : index_(index) {
    if (index.words.size() > 0) choose(0, static_cast<std::uint32_t>(index.words.size()), 0);
  }

  std::vector<WordSet> sets() && {
    std::ranges::sort(sets_, [](const WordSet& a, const WordSet& b) {
      return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    return std::move(sets_);
  }

 private:
  // The words share their first `depth` bytes. Returns what going through them costs.
  std::uint64_t choose(std::uint32_t first, std::uint32_t last, std::size_t depth) {
    std::uint64_t cost = 0;
    if (last - first == 1) {
      cost = WordIndex::word_cost + index_.positions.count[first];
    } else {
      for (std::uint32_t begin = first; begin < last;) {
        std::uint32_t end = begin + 1;
        const std::string_view word = index_.words[begin];
        if (word.size() > depth)
          while (end < last && index_.words[end][depth] == word[depth]) ++end;
        cost += choose(begin, end, depth + 1);
        begin = end;
      }
    }
    if (cost <= WordIndex::set_cost) return cost;
    sets_.push_back({first, last});
    return WordIndex::word_cost;
  }

  const WordIndex& index_;
  std::vector<WordSet> sets_;
};

// One pass over the words: each goes into the innermost set around it, and each set into the next
// one when it ends.
std::vector<BitSet> documents_of(const WordIndex& index, const std::vector<WordSet>& sets) {
  std::vector<BitSet> documents(sets.size());
  std::vector<std::size_t> open;
  std::size_t next = 0;
  for (std::uint32_t word = 0; word < index.words.size(); ++word) {
    while (next < sets.size() && sets[next].first == word) open.push_back(next++);
    if (open.empty()) continue;
    BitSet& inner = documents[open.back()];
    index.positions.for_each(word, [&](std::uint32_t p) { inner.set(index.document_at(p)); });
    while (!open.empty() && sets[open.back()].last == word + 1) {
      const BitSet& ended = documents[open.back()];
      open.pop_back();
      if (!open.empty()) documents[open.back()].unite(ended);
    }
  }
  return documents;
}

}  // namespace

void add_shortcuts(WordIndex& index) {
  add_near(index);
  add_text(index);
  add_pairs(index);
  std::vector<WordSet> sets = SetChooser(index).sets();
  index.set_documents = documents_of(index, sets);
  index.sets = std::move(sets);
}

}  // namespace incontro
