#include "privacy/text_words.h"

#include <algorithm>

#include "privacy/lookalikes.h"
#include "privacy/name_spellings.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/latin_1.h"

namespace incontro {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_ascii_word(char c) { return is_capital(c) || is_small(c) || is_digit(c); }
bool is_beyond_ascii(char c) { return static_cast<signed char>(c) < 0; }

// Bytes of the character that stands there if it is of a word, else 0. Texts hold little beyond
// ASCII and the letters of Latin-1, which need no table.
std::size_t word_bytes(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (!is_beyond_ascii(c)) return is_ascii_word(c) ? 1 : 0;
  if (c == '\xC3' && at + 1 < text.size() && (text[at + 1] & 0x40) == 0 &&
      latin_1_base(static_cast<unsigned char>(text[at + 1]) & 0x3Fu) != '_')
    return 2;
  return word_character(text, at);
}

std::size_t character_bytes(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return end - at;
}

bool is_tight(std::string_view signs) {
  if (signs == " ") return false;
  constexpr std::string_view tight[] = {"'", ".", "-", "_",      "*",      "\u2019",
                                        "‘", "ʼ", "‐", "\u2011", "\u2013", "·"};
  return std::ranges::any_of(tight, [&](std::string_view one) { return signs == one; });
}

}  // namespace

TextWords::TextWords(std::string_view text) : text_(text) {
  letters_.reserve(text.size());
  words_.reserve(text.size() / 5);
  for (std::size_t at = 0; at < text.size();)
    at = word_bytes(text, at) > 0 ? cut(at) : at + character_bytes(text, at);
}

std::size_t TextWords::cut(std::size_t begin) {
  std::size_t end = begin;
  bool ascii = true;
  for (std::size_t bytes = word_bytes(text_, begin); bytes > 0;) {
    const char last = text_[end];
    ascii = ascii && !is_beyond_ascii(last);
    end += bytes;
    bytes = end < text_.size() ? word_bytes(text_, end) : 0;
    if (bytes == 0) break;
    const char next = text_[end];
    if (is_digit(last) != is_digit(next) || (is_small(last) && is_capital(next))) break;
  }
  add({begin, end}, ascii);
  return end;
}

void TextWords::add(ByteRange range, bool ascii) {
  const std::string_view written = text_.substr(range.begin, range.end - range.begin);
  TextWord word;
  word.range = range;
  word.begin = static_cast<std::uint32_t>(letters_.size());
  if (ascii) {
    for (const char c : written)
      letters_.push_back(is_capital(c) ? static_cast<char>(c | 0x20) : c);
  } else {
    const std::string latin = without_lookalikes(written);
    std::string folded = fold_text(latin);
    std::erase(folded, ' ');
    letters_ += folded;
    if (const std::string letters = composed(latin); has_other_spellings(letters))
      for (std::string& other : spellings_of(letters))
        if (other != folded) others_.push_back({words_.size(), std::move(other)});
  }
  word.end = static_cast<std::uint32_t>(letters_.size());
  if (word.length() == 0) return;
  word.capital = is_capital(written[0]);
  word.all_capitals = std::ranges::none_of(written, is_small);
  // Of ASCII a word is all digits or none.
  digits_ = digits_ || is_digit(letters_[word.begin]) ||
            (!ascii && std::any_of(letters_.begin() + word.begin, letters_.end(), is_digit));
  relate(word);
  words_.push_back(word);
}

void TextWords::relate(TextWord& word) const {
  if (words_.empty()) return;
  const std::size_t before = words_.back().range.end;
  const std::string_view signs = text_.substr(before, word.range.begin - before);
  word.join = signs.empty() ? Join::glued : is_tight(signs) ? Join::tight : Join::loose;
  word.dot_before = signs.starts_with('.');
  word.after_sentence = signs.find_first_of(".!?:;\n\r") != std::string_view::npos;
}

}  // namespace incontro
