#include "eval/word_search.h"

#include <algorithm>

namespace incontro {

bool WordSearch::look_up(const WordIndex& index, const Phrase& phrase) {
  words_.clear();
  for (const std::string& text : phrase) {
    const auto word = index.words.find(text);
    if (!word) return false;
    words_.push_back({*word, static_cast<std::uint32_t>(words_.size()), index.text_number(*word)});
  }
  return true;
}

// Where the rarest of the phrase stands, a word or a pair of frequent ones, tells where the phrase
// may begin; a pair that never occurs ends it.
void WordSearch::find_starts(const WordIndex& index) {
  starts_.clear();
  const PositionLists* lists = &index.positions;
  const auto rarest = std::ranges::min_element(
      words_, {}, [&](const Word& w) { return index.positions.count[w.word]; });
  std::size_t list = rarest->word;
  std::uint32_t place = rarest->place, count = index.positions.count[list], covered = 1;
  for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
    if (words_[i].text_number == 0 || words_[i + 1].text_number == 0) continue;
    const unsigned pair = words_[i].text_number * 256u + words_[i + 1].text_number;
    const auto found = std::lower_bound(index.pairs.begin(), index.pairs.end(), pair);
    if (found == index.pairs.end() || *found != pair) return;
    const auto number = static_cast<std::size_t>(found - index.pairs.begin());
    if (index.pair_positions.count[number] > count) continue;
    lists = &index.pair_positions;
    list = number;
    place = words_[i].place;
    count = index.pair_positions.count[number];
    covered = 2;
  }
  lists->for_each(list, [&](std::uint32_t position) {
    if (position >= place) starts_.push_back(position - place);
  });
  words_.erase(words_.begin() + place, words_.begin() + place + covered);
}

void WordSearch::phrase(const WordIndex& index, const Phrase& phrase, Hits& hits) {
  hits.clear();
  if (!look_up(index, phrase)) return;
  find_starts(index);
  for (const Word& word : words_) {
    if (word.text_number != 0)
      keep_by_text(index, word);
    else
      keep_by_merge(index, word);
  }
  if (starts_.size() >= dense_hits) {
    hits.dense = true;
    hits.bits.clear();
    for (const std::uint32_t start : starts_) hits.bits.set(index.document_at(start));
  } else {
    for (const std::uint32_t start : starts_) {
      const auto offset = static_cast<std::uint16_t>(index.document_at(start));
      if (hits.offsets.empty() || hits.offsets.back() != offset) hits.offsets.push_back(offset);
    }
  }
  hits.settle();
}

void WordSearch::keep_by_text(const WordIndex& index, const Word& word) {
  const std::span<const std::uint8_t> text = index.text.span().subspan(word.place);
  std::size_t kept = 0;
  for (const std::uint32_t start : starts_) {
    starts_[kept] = start;
    kept += start < text.size() && text[start] == word.text_number;
  }
  starts_.resize(kept);
}

// For words that are not frequent, and so not worth a search.
void WordSearch::keep_by_merge(const WordIndex& index, const Word& word) {
  if (starts_.empty()) return;
  std::size_t kept = 0, at = 0;
  index.positions.for_each(word.word, [&](std::uint32_t position) {
    while (at < starts_.size() && starts_[at] + word.place < position) ++at;
    if (at < starts_.size() && starts_[at] + word.place == position) starts_[kept++] = starts_[at];
  });
  starts_.resize(kept);
}

void WordSearch::prefix(const WordIndex& index, std::string_view prefix, Hits& hits) {
  hits.clear();
  hits.dense = true;
  hits.bits.clear();
  index.add_documents(index.words.with_prefix(prefix), hits.bits);
  hits.settle();
}

}  // namespace incontro
