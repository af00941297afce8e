#include <incontro/words.h>

#include <algorithm>

namespace incontro {

std::uint8_t WordIndex::text_number(std::uint32_t word) const {
  const auto found = std::lower_bound(frequent.begin(), frequent.end(), word);
  if (found == frequent.end() || *found != word) return 0;
  return static_cast<std::uint8_t>(found - frequent.begin() + 1);
}

void WordIndex::add_documents(std::pair<std::uint32_t, std::uint32_t> words_of_prefix,
                              BitSet& out) const {
  auto [word, last] = words_of_prefix;
  auto set = std::partition_point(sets.begin(), sets.end(),
                                  [&](const WordSet& s) { return s.first < word; });
  while (word < last) {
    // Of the sets that begin here, the widest that does not reach beyond.
    while (set != sets.end() && (set->first < word || (set->first == word && set->last > last)))
      ++set;
    if (set != sets.end() && set->first == word) {
      out.unite(set_documents[static_cast<std::size_t>(set - sets.begin())]);
      word = set->last;
    } else {
      positions.for_each(word, [&](std::uint32_t position) { out.set(document_at(position)); });
      ++word;
    }
  }
}

std::size_t WordIndex::bytes() const {
  return words.bytes().bytes() + words.start().bytes() + positions.bytes() + base.bytes() +
         near.bytes() + frequent.bytes() + text.bytes() + pairs.bytes() + pair_positions.bytes() +
         sets.bytes() + set_documents.bytes();
}

}  // namespace incontro
