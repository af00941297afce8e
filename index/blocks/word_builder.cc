#include "blocks/word_builder.h"

#include <algorithm>
#include <unordered_map>

#include "blocks/merge_vocabularies.h"
#include "blocks/word_shortcuts.h"

namespace incontro {

void WordIndexBuilder::word(std::string_view word) {
  if (current_.empty()) return;
  words_.add(word);
  positions_.add(current_);
  current_.clear();
}

WordIndex WordIndexBuilder::finish(std::vector<std::uint32_t> base) && {
  WordIndex index;
  index.words = std::move(words_).finish();
  index.positions = std::move(positions_).finish();
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
      return view_.words->positions.for_each(
          word, [&](std::uint32_t position) { out.position(position + by_.front()); });
    view_.words->positions.for_each(word, [&](std::uint32_t position) {
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
