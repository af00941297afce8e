#include "eval/word_search.h"

#include <algorithm>

namespace incontro {

// From the rarest word: where it stands tells where the phrase may begin. A start before the first
// position wraps around, beyond all others.
void WordSearch::phrase(const WordIndex& index, const Phrase& phrase, Hits& hits) {
  hits.clear();
  std::vector<Word> words;
  for (const std::string& text : phrase) {
    const auto word = index.words.find(text);
    if (!word) return;
    words.push_back({*word, static_cast<std::uint32_t>(words.size())});
  }
  std::ranges::sort(words, {}, [&](const Word& w) { return index.count[w.word]; });
  starts_.clear();
  index.for_each(words[0].word, [&](std::uint32_t position) {
    if (position >= words[0].place) starts_.push_back(position - words[0].place);
  });
  for (std::size_t i = 1; i < words.size() && !starts_.empty(); ++i) {
    if (const std::uint8_t number = index.text_number(words[i].word); number != 0)
      keep_by_text(index, number, words[i].place);
    else
      keep_by_merge(index, words[i]);
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

void WordSearch::keep_by_text(const WordIndex& index, std::uint8_t number, std::uint32_t place) {
  const std::span<const std::uint8_t> text = index.text.span().subspan(place);
  std::size_t kept = 0;
  for (const std::uint32_t start : starts_) {
    starts_[kept] = start;
    kept += start < text.size() && text[start] == number;
  }
  starts_.resize(kept);
}

// For words that are not frequent, and so not worth a search.
void WordSearch::keep_by_merge(const WordIndex& index, Word word) {
  std::size_t kept = 0, at = 0;
  index.for_each(word.word, [&](std::uint32_t position) {
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
