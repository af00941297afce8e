#include "eval/word_search.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace incontro {
namespace {

// Reading a piece of the text costs as much as reading so many positions of a list.
constexpr std::size_t list_per_text = 8;

// A merge of starts and positions on its way. Without a branch on what is compared, which would be
// guessed wrong at every other step; but then each step waits for the one before it, so that
// two merges go on side by side.
struct Merging {
  std::uint32_t *start, *starts_end;
  const std::uint32_t *position, *positions_end;
  std::uint32_t* kept;

  std::ptrdiff_t left() const { return std::min(starts_end - start, positions_end - position); }
  void step(std::uint32_t place) {
    const std::uint32_t kept_start = *start, wanted = kept_start + place, found = *position;
    *kept = kept_start;
    kept += wanted == found;
    start += wanted <= found;
    position += found <= wanted;
  }
};

}  // namespace

bool WordSearch::look_up(const WordIndex& index, const Phrase& phrase) {
  words_.clear();
  for (const std::string& text : phrase) {
    const auto word = index.words.find(text);
    if (!word) return false;
    words_.push_back({*word, static_cast<std::uint32_t>(words_.size()), index.text_number(*word)});
  }
  return look_up_pairs(index);
}

bool WordSearch::look_up_pairs(const WordIndex& index) {
  for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
    if (words_[i].text_number == 0 || words_[i + 1].text_number == 0) continue;
    const unsigned pair = words_[i].text_number * 256u + words_[i + 1].text_number;
    const auto found = std::lower_bound(index.pairs.begin(), index.pairs.end(), pair);
    if (found == index.pairs.end() || *found != pair) return false;
    words_[i].pair = static_cast<std::uint32_t>(found - index.pairs.begin());
  }
  return true;
}

void WordSearch::find_starts(const WordIndex& index) {
  const auto count_of = [&](const Word& word) {
    const std::uint32_t alone = index.positions.count[word.word];
    return word.pair == no_pair ? alone : std::min(alone, index.pair_positions.count[word.pair]);
  };
  const auto rarest = std::ranges::min_element(words_, {}, count_of);
  rarest->followed = true;
  if (rarest->pair != no_pair) {
    index.pair_positions.read(rarest->pair, starts_);
    std::next(rarest)->followed = true;
  } else {
    index.positions.read(rarest->word, starts_);
  }
  const auto first = std::ranges::lower_bound(starts_, rarest->place);
  starts_.erase(starts_.begin(), first);
  for (std::uint32_t& start : starts_) start -= rarest->place;
}

void WordSearch::phrase(const WordIndex& index, const Phrase& phrase, Hits& hits) {
  hits.clear();
  if (!look_up(index, phrase)) return;
  find_starts(index);
  keep_by_words(index);
  keep_by_pairs(index);
  keep_by_text(index);
  documents_of_starts(index, hits);
}

void WordSearch::documents_of_starts(const WordIndex& index, Hits& hits) const {
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

void WordSearch::keep_by_words(const WordIndex& index) {
  for (Word& word : words_) {
    if (word.followed || word.text_number != 0) continue;
    keep(index.positions, word.word, word.place);
    word.followed = true;
  }
}

void WordSearch::keep_by_pairs(const WordIndex& index) {
  for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
    if (words_[i].pair == no_pair || (words_[i].followed && words_[i + 1].followed)) continue;
    if (index.pair_positions.count[words_[i].pair] > list_per_text * starts_.size()) continue;
    keep(index.pair_positions, words_[i].pair, words_[i].place);
    words_[i].followed = words_[i + 1].followed = true;
  }
}

// Eight words of the phrase at once, because each start is another piece of memory.
void WordSearch::keep_by_text(const WordIndex& index) {
  using Eight = std::uint64_t;
  const std::span<const std::uint8_t> text = index.text.span();
  for (std::size_t word = 0; word < words_.size();) {
    const std::uint32_t place = words_[word].place;
    std::array<std::uint8_t, sizeof(Eight)> numbers{}, asked{};
    for (; word < words_.size() && words_[word].place - place < sizeof(Eight); ++word) {
      if (words_[word].followed) continue;
      numbers[words_[word].place - place] = words_[word].text_number;
      asked[words_[word].place - place] = 0xFF;
    }
    const auto wanted = std::bit_cast<Eight>(numbers), mask = std::bit_cast<Eight>(asked);
    if (mask == 0) continue;
    std::size_t kept = 0;
    for (const std::uint32_t start : starts_) {
      const std::size_t begin = std::size_t{start} + place;
      Eight eight = 0;  // no word has this number: the end of the text matches nothing
      if (begin + sizeof eight <= text.size())
        std::memcpy(&eight, text.data() + begin, sizeof eight);
      else if (begin < text.size())
        std::memcpy(&eight, text.data() + begin, text.size() - begin);
      starts_[kept] = start;
      kept += (eight & mask) == wanted;
    }
    starts_.resize(kept);
  }
}

void WordSearch::keep(const PositionLists& lists, std::size_t list, std::uint32_t place) {
  if (starts_.empty()) return;
  lists.read(list, positions_);
  std::uint32_t* const starts = starts_.data();
  std::uint32_t* const middle = starts + starts_.size() / 2;
  const std::uint32_t* const positions_end = positions_.data() + positions_.size();
  const std::uint32_t* const later =
      std::lower_bound(positions_.cbegin(), positions_.cend(), *middle + place) -
      positions_.cbegin() + positions_.data();
  Merging one{starts, middle, positions_.data(), later, starts};
  Merging two{middle, starts + starts_.size(), later, positions_end, middle};
  for (std::ptrdiff_t steps; (steps = std::min(one.left(), two.left())) > 0;)
    for (; steps > 0; --steps) {
      one.step(place);
      two.step(place);
    }
  while (one.left() > 0) one.step(place);
  while (two.left() > 0) two.step(place);
  starts_.resize(static_cast<std::size_t>(std::copy(middle, two.kept, one.kept) - starts));
}

void WordSearch::open_phrase(const WordIndex& index, const OpenPhrase& phrase, Hits& hits) {
  places_.resize(phrase.size());
  for (std::size_t place = 0; place < phrase.size(); ++place) {
    places_[place].clear();
    if (phrase[place].open) {
      const auto [first, end] = index.words.with_prefix(phrase[place].word);
      for (std::uint32_t word = first; word < end; ++word) places_[place].push_back(word);
    } else if (const auto word = index.words.find(phrase[place].word)) {
      places_[place].push_back(*word);
    }
  }
  side_by_side(index, places_, hits);
}

void WordSearch::side_by_side(const WordIndex& index,
                              std::span<const std::vector<std::uint32_t>> places, Hits& hits) {
  hits.clear();
  const auto count_of = [&](const std::vector<std::uint32_t>& words) {
    std::uint64_t sum = 0;
    for (const std::uint32_t word : words) sum += index.positions.count[word];
    return sum;
  };
  const auto rarest = std::ranges::min_element(places, {}, count_of);
  const auto begin = static_cast<std::uint32_t>(rarest - places.begin());
  read_positions(index, *rarest);
  starts_.clear();
  for (const std::uint32_t position : any_positions_)
    if (position >= begin) starts_.push_back(position - begin);
  for (std::uint32_t place = 0; place < places.size() && !starts_.empty(); ++place)
    if (place != begin) keep_any(index, places[place], place);
  documents_of_starts(index, hits);
}

void WordSearch::read_positions(const WordIndex& index, std::span<const std::uint32_t> words) {
  any_positions_.clear();
  for (const std::uint32_t word : words) {
    index.positions.read(word, positions_);
    any_positions_.insert(any_positions_.end(), positions_.begin(), positions_.end());
  }
  if (words.size() > 1) std::ranges::sort(any_positions_);
}

// Frequent words are seen in the text, the others in their lists.
void WordSearch::keep_any(const WordIndex& index, std::span<const std::uint32_t> words,
                          std::uint32_t place) {
  std::array<bool, 256> in_text{};
  std::vector<std::uint32_t> in_lists;
  for (const std::uint32_t word : words)
    if (const std::uint8_t number = index.text_number(word))
      in_text[number] = true;
    else
      in_lists.push_back(word);
  read_positions(index, in_lists);
  const std::span<const std::uint8_t> text = index.text.span();
  auto next = any_positions_.cbegin();
  std::erase_if(starts_, [&](std::uint32_t start) {
    const std::uint32_t position = start + place;
    if (position < text.size() && in_text[text[position]]) return false;
    next = std::lower_bound(next, any_positions_.cend(), position);
    return next == any_positions_.cend() || *next != position;
  });
}

void WordSearch::prefix(const WordIndex& index, std::string_view prefix, Hits& hits) {
  hits.clear();
  hits.dense = true;
  hits.bits.clear();
  index.add_documents(index.words.with_prefix(prefix), hits.bits);
  hits.settle();
}

}  // namespace incontro
