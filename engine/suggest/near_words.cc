#include "suggest/near_words.h"

#include <algorithm>
#include <array>

namespace incontro {
namespace {

constexpr std::size_t longest_typed = 64;  // as the analyzer's words

class Walk {
 public:
  Walk(const Vocabulary& words, std::string_view typed, unsigned errors, bool beginning)
      : words_(words), typed_(typed), beginning_(beginning), reach_(errors) {
    for (std::size_t j = 0; j <= typed.size(); ++j) rows_[0][j] = static_cast<std::uint8_t>(j);
    best_[0] = beginning_ ? rows_[0][typed.size()] : reach_ + 1;
  }

  std::vector<NearWords> run() && {
    std::uint32_t at = 0;
    while (at < words_.size()) {
      const std::string_view word = words_[at];
      std::size_t depth = common_beginning(word);
      bool alive = true;
      while (alive && depth < word.size()) alive = add_row(word, ++depth);
      last_ = word.substr(0, depth);
      if (alive) {
        add(at, at + 1, beginning_ ? best_[depth] : rows_[depth][typed_.size()]);
        ++at;
      } else {
        const std::uint32_t end = end_of_beginning(at, depth);
        add(at, end, best_[depth]);
        at = end;
      }
    }
    return std::move(near_);
  }

 private:
  // Letters of the word for which rows stand.
  std::size_t common_beginning(std::string_view word) const {
    return static_cast<std::size_t>(std::ranges::mismatch(word, last_).in1 - word.begin());
  }

  // The row of the word's first `depth` letters; whether anything in it is within reach. Only the
  // band around the diagonal can be.
  bool add_row(std::string_view word, std::size_t depth) {
    const std::size_t size = typed_.size();
    const auto beyond = static_cast<std::uint8_t>(reach_ + 1);
    auto& row = rows_[depth];
    const auto& above = rows_[depth - 1];
    const std::size_t low = depth > reach_ ? depth - reach_ : 0;
    const std::size_t high = std::min(size, depth + reach_);
    best_[depth] = best_[depth - 1];
    row[std::min(low == 0 ? 0 : low - 1, size)] = beyond;
    if (low > size) return false;
    std::uint8_t least = beyond;
    for (std::size_t j = low; j <= high; ++j) {
      std::size_t value = j == 0 ? depth : row[j - 1] + 1u;
      if (j > 0)
        value = std::min<std::size_t>(value, above[j - 1] + (word[depth - 1] != typed_[j - 1]));
      if (j < depth + reach_) value = std::min<std::size_t>(value, above[j] + 1u);
      if (j > 1 && depth > 1 && word[depth - 1] == typed_[j - 2] &&
          word[depth - 2] == typed_[j - 1])
        value = std::min<std::size_t>(value, rows_[depth - 2][j - 2] + 1u);
      row[j] = static_cast<std::uint8_t>(std::min<std::size_t>(value, beyond));
      least = std::min(least, row[j]);
    }
    if (beginning_ && high == size) best_[depth] = std::min<unsigned>(best_[depth], row[size]);
    if (high < size) row[size] = beyond;
    return least <= reach_;
  }

  // One past the last word that begins like the first `depth` letters of the word at `at`: by
  // doubling steps, as it is mostly near.
  std::uint32_t end_of_beginning(std::uint32_t at, std::size_t depth) const {
    const std::string_view beginning = words_[at].substr(0, depth);
    const auto size = static_cast<std::uint32_t>(words_.size());
    std::uint32_t low = at, step = 1;
    while (low + step < size && words_[low + step].starts_with(beginning)) {
      low += step;
      step *= 2;
    }
    std::uint32_t high = std::min(size, low + step);
    while (high - low > 1) {
      const std::uint32_t middle = low + (high - low) / 2;
      (words_[middle].starts_with(beginning) ? low : high) = middle;
    }
    return high;
  }

  void add(std::uint32_t first, std::uint32_t last, unsigned errors) {
    if (errors > reach_) return;
    if (!near_.empty() && near_.back().last == first && near_.back().errors == errors)
      near_.back().last = last;
    else
      near_.push_back({first, last, errors});
  }

  const Vocabulary& words_;
  const std::string_view typed_;
  const bool beginning_;
  const unsigned reach_;
  std::string_view last_;  // the letters for which rows stand
  std::array<std::array<std::uint8_t, longest_typed + 1>, 2 * longest_typed> rows_;
  std::array<unsigned, 2 * longest_typed> best_;  // of the beginnings up to that row
  std::vector<NearWords> near_;
};

}  // namespace

unsigned errors_allowed(std::string_view typed) {
  if (std::ranges::any_of(typed, [](char c) { return c >= '0' && c <= '9'; })) return 0;
  return typed.size() < 4 ? 0 : typed.size() < 8 ? 1 : 2;
}

std::vector<NearWords> near_words(const Vocabulary& words, std::string_view typed, unsigned errors,
                                  bool beginning) {
  if (typed.size() > longest_typed) return {};
  return Walk(words, typed, errors, beginning).run();
}

}  // namespace incontro
