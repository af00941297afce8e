#include "blocks/word_builder.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <unordered_map>

#include "blocks/merge_vocabularies.h"
#include "blocks/word_shortcuts.h"

namespace incontro {

template <class Distance>
void WordIndexBuilder::add_distances(std::span<const std::uint32_t> positions) {
  for (std::size_t i = 1; i < positions.size(); ++i) {
    const auto distance = static_cast<Distance>(positions[i] - positions[i - 1]);
    std::uint8_t bytes[sizeof distance];
    std::memcpy(bytes, &distance, sizeof distance);
    data_.insert(data_.end(), bytes, bytes + sizeof distance);
  }
}

void WordIndexBuilder::add_frame(std::span<const std::uint32_t> positions) {
  frame_first_.push_back(positions[0]);
  std::uint32_t longest = 0;
  for (std::size_t i = 1; i < positions.size(); ++i)
    longest = std::max(longest, positions[i] - positions[i - 1]);
  if (longest <= std::numeric_limits<std::uint8_t>::max())
    add_distances<std::uint8_t>(positions);
  else if (longest <= std::numeric_limits<std::uint16_t>::max())
    add_distances<std::uint16_t>(positions);
  else
    add_distances<std::uint32_t>(positions);
  frame_data_.push_back(static_cast<std::uint32_t>(data_.size()));
}

void WordIndexBuilder::word(std::string_view word) {
  if (current_.empty()) return;
  words_.add(word);
  count_.push_back(static_cast<std::uint32_t>(current_.size()));
  for (std::size_t begin = 0; begin < current_.size(); begin += WordIndex::frame_length)
    add_frame(std::span(current_).subspan(
        begin, std::min<std::size_t>(WordIndex::frame_length, current_.size() - begin)));
  frame_start_.push_back(static_cast<std::uint32_t>(frame_first_.size()));
  current_.clear();
}

WordIndex WordIndexBuilder::finish(std::vector<std::uint32_t> base) && {
  data_.shrink_to_fit();
  WordIndex index;
  index.words = std::move(words_).finish();
  index.count = std::move(count_);
  index.frame_start = std::move(frame_start_);
  index.frame_first = std::move(frame_first_);
  index.frame_data = std::move(frame_data_);
  index.data = std::move(data_);
  index.base = std::move(base);
  add_shortcuts(index);
  return index;
}

namespace {

struct Occurrence {
  std::uint32_t position;
  std::uint32_t word;
};

}  // namespace

WordIndex build_words(std::span<const Document> documents) {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  std::vector<std::string_view> words;
  std::vector<std::vector<std::uint32_t>> positions;  // by number of the word
  std::vector<std::uint32_t> base{0};
  std::vector<Occurrence> text;
  std::uint32_t next = 0;
  for (const Document& document : documents) {
    text.clear();
    for (const DocumentWord& word : document.words) {
      const auto [place, added] =
          numbers.try_emplace(word.word, static_cast<std::uint32_t>(words.size()));
      if (added) {
        words.push_back(place->first);
        positions.emplace_back();
      }
      for (const std::uint32_t position : word.positions) text.push_back({position, place->second});
    }
    std::ranges::sort(text, {}, &Occurrence::position);
    for (std::size_t i = 0; i < text.size(); ++i) {
      // However wide the gap in the record, one free position keeps its sides apart.
      if (i > 0) next += text[i].position - text[i - 1].position > 1 ? 2 : 1;
      positions[text[i].word].push_back(next);
    }
    if (!text.empty()) next += 2;
    base.push_back(next);
  }

  std::vector<std::uint32_t> order(words.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return words[i]; });
  WordIndexBuilder out;
  for (const std::uint32_t number : order) {
    for (const std::uint32_t position : positions[number]) out.position(position);
    out.word(words[number]);
  }
  return std::move(out).finish(std::move(base));
}

namespace {

// Where the documents of a view go in the merged space of positions.
class Shift {
 public:
  Shift(const BlockView& view, std::vector<std::uint32_t>& merged_base) : view_(view) {
    const WordIndex& words = *view.words;
    for (std::size_t i = 0; i < view.block->size; ++i) {
      const bool gone = view.withdrawn->test(i);
      some_gone_ = some_gone_ || gone;
      by_.push_back(merged_base.back() - words.base[i]);  // wraps around where it is negative
      merged_base.push_back(merged_base.back() + (gone ? 0 : words.base[i + 1] - words.base[i]));
    }
  }

  void copy(std::size_t word, WordIndexBuilder& out) const {
    if (!some_gone_)
      return view_.words->for_each(
          word, [&](std::uint32_t position) { out.position(position + by_.front()); });
    view_.words->for_each(word, [&](std::uint32_t position) {
      const std::size_t document = view_.words->document_at(position);
      if (!view_.withdrawn->test(document)) out.position(position + by_[document]);
    });
  }

 private:
  const BlockView& view_;
  std::vector<std::uint32_t> by_;
  bool some_gone_ = false;
};

}  // namespace

WordIndex merge_words(std::span<const BlockView> views) {
  std::vector<std::uint32_t> base{0};
  std::vector<Shift> shifts;
  for (const BlockView& view : views) shifts.emplace_back(view, base);
  WordIndexBuilder out;
  std::vector<const Vocabulary*> vocabularies;
  for (const BlockView& view : views) vocabularies.push_back(&view.words->words);
  merge_vocabularies(
      vocabularies, [&](std::size_t v, std::size_t word) { shifts[v].copy(word, out); },
      [&](std::string_view word) { out.word(word); });
  return std::move(out).finish(std::move(base));
}

}  // namespace incontro
