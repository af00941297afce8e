#include "eval/word_search.h"

#include <algorithm>

namespace incontro {
namespace {

// A frame is searched where few of its positions can matter, else all are run through.
constexpr std::uint32_t search_ratio = 16;

void add_document(std::size_t document, Hits& hits) {
  const auto offset = static_cast<std::uint16_t>(document);
  if (hits.offsets.empty() || hits.offsets.back() != offset) hits.offsets.push_back(offset);
}

}  // namespace

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
  for (std::size_t i = 1; i < words.size() && !starts_.empty(); ++i) keep_followed(index, words[i]);
  std::size_t document = 0;
  for (const std::uint32_t start : starts_) {
    document = index.document_at(start, document);
    add_document(document, hits);
  }
  hits.settle();
}

void WordSearch::keep_followed(const WordIndex& index, Word word) {
  if (index.count[word.word] / search_ratio > starts_.size())
    keep_by_search(index, word);
  else
    keep_by_marks(index, word);
}

// Marks the starts, then runs through the positions of the word: no branch to mispredict.
void WordSearch::keep_by_marks(const WordIndex& index, Word word) {
  if (marks_.size() * 64 <= index.positions()) marks_.resize(index.positions() / 64 + 1, 0);
  for (const std::uint32_t start : starts_) marks_[start / 64] |= std::uint64_t{1} << (start % 64);
  marked_.swap(starts_);
  starts_.resize(marked_.size() + 1);
  std::size_t kept = 0;
  index.for_each(word.word, [&](std::uint32_t position) {
    if (position < word.place) return;
    const std::uint32_t start = position - word.place;
    starts_[kept] = start;
    kept += marks_[start / 64] >> (start % 64) & 1;
  });
  starts_.resize(kept);
  for (const std::uint32_t start : marked_) marks_[start / 64] = 0;
}

void WordSearch::keep_by_search(const WordIndex& index, Word word) {
  const auto first = index.frame_first.begin() + index.frame_start[word.word];
  const std::uint32_t frames = index.frames(word.word);
  std::uint32_t read = frames, length = 0;  // the frame that frame_ holds
  std::size_t kept = 0, from = 0;
  for (const std::uint32_t start : starts_) {
    const std::uint32_t wanted = start + word.place;
    // The last frame that begins at or before it.
    const auto after =
        std::upper_bound(first + static_cast<std::ptrdiff_t>(from), first + frames, wanted);
    if (after == first) continue;
    const auto i = static_cast<std::uint32_t>(after - first - 1);
    from = i;
    if (i != read) {
      length = index.read_frame(word.word, i, frame_);
      read = i;
    }
    if (std::binary_search(frame_.begin(), frame_.begin() + length, wanted))
      starts_[kept++] = start;
  }
  starts_.resize(kept);
}

void WordSearch::prefix(const WordIndex& index, std::string_view prefix, Hits& hits) {
  hits.clear();
  hits.dense = true;
  hits.bits.clear();
  const auto [first, last] = index.words.with_prefix(prefix);
  for (std::uint32_t word = first; word < last; ++word) {
    std::size_t document = 0;
    index.for_each(word, [&](std::uint32_t position) {
      document = index.document_at(position, document);
      hits.bits.set(document);
    });
  }
  hits.settle();
}

}  // namespace incontro
