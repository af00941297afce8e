#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "privacy/byte_range.h"

namespace incontro {

// How a word of a text hangs on the one before it.
enum class Join : std::uint8_t {
  glued,  // nothing between: mario|84, Mario|Rossi
  tight,  // a sign that names are written with: d'angelo, rossi-bianchi, mario_rossi, r.o.s.s.i
  loose,  // spaces and other signs
};

struct TextWord {
  ByteRange range;             // in the text
  std::uint32_t begin, end;    // in the folded letters
  Join join = Join::loose;     // with the word before; loose at the beginning
  bool dot_before = false;     // the signs before it begin with a dot: M. Rossi
  bool after_sentence = true;  // nothing, a line's end, or one of . ! ? : stands before it
  bool capital = false;        // begins with an ASCII capital
  bool all_capitals = false;   // has no small ASCII letter
  std::size_t length() const { return end - begin; }  // bytes of its folding
};

// A word whose letters are written in other ways too: Müller is also mueller.
struct OtherSpelling {
  std::size_t word;  // its place among the words
  std::string folded;
};

// A text's words as folding sees them, so that what a reader could search for is what is compared;
// cut also between letters and digits, and before a capital after small letters. Letters of other
// scripts that look like Latin ones count as these. The text must outlive it.
class TextWords {
 public:
  explicit TextWords(std::string_view text);

  std::string_view text() const { return text_; }
  const std::vector<TextWord>& all() const { return words_; }
  std::size_t size() const { return words_.size(); }
  const TextWord& operator[](std::size_t i) const { return words_[i]; }
  std::string_view folded(std::size_t i) const { return folded(i, i + 1); }
  // Of the words from `first` to before `last`, joined. REQUIRES: first < last.
  std::string_view folded(std::size_t first, std::size_t last) const {
    return std::string_view(letters_).substr(words_[first].begin,
                                             words_[last - 1].end - words_[first].begin);
  }
  bool have_digits() const { return digits_; }
  const std::vector<OtherSpelling>& other_spellings() const { return others_; }

 private:
  std::size_t cut(std::size_t at);  // adds the word that begins there; returns its end
  void add(ByteRange range, bool ascii);
  void relate(TextWord& word) const;

  const std::string_view text_;
  std::string letters_;
  std::vector<TextWord> words_;
  std::vector<OtherSpelling> others_;
  bool digits_ = false;
};

}  // namespace incontro
