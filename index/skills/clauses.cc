#include "skills/clauses.h"

#include <algorithm>

namespace incontro {
namespace {

constexpr std::size_t letters_compared = 3;
constexpr std::size_t search_bytes = 200;  // a token that is not here is nowhere

bool is_ascii_byte(char c) { return static_cast<unsigned char>(c) < 0x80; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_word_byte(char c) {
  const char l = lower(c);
  return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || !is_ascii_byte(c);
}

bool begins_as(std::string_view text, std::string_view word) {
  for (std::size_t i = 0; i < std::min(letters_compared, word.size()); ++i) {
    if (i == text.size()) return false;
    if (!is_ascii_byte(text[i])) return true;  // folded to who knows what
    if (lower(text[i]) != word[i]) return false;
  }
  return true;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  ClausePlace find(std::string_view word) {
    ClausePlace place = place_;
    const std::size_t end = std::min(text_.size(), at_ + search_bytes);
    for (std::size_t i = at_; i < end; ++i) {
      const bool begins = i == 0 || !is_word_byte(text_[i - 1]);
      if (begins && begins_as(text_.substr(i), word)) {
        while (i < text_.size() && is_word_byte(text_[i])) ++i;
        at_ = i;
        return place_ = place;
      }
      pass(i, place);
    }
    return place_;
  }

 private:
  // A sign within a word (1.200, 8:30) parts nothing.
  void pass(std::size_t i, ClausePlace& place) const {
    const char c = text_[i];
    const bool before_space = i + 1 == text_.size() || text_[i + 1] == ' ' ||
                              text_[i + 1] == '\n' || text_[i + 1] == '\r' || text_[i + 1] == '\t';
    const bool closes =
        c == '\n' || ((c == '.' || c == ';' || c == ':' || c == '!' || c == '?') && before_space);
    if (closes) ++place.clause;
    if (closes || c == '(' || c == ')' || (c == ',' && before_space)) ++place.segment;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  ClausePlace place_{0, 0};
};

}  // namespace

std::vector<ClausePlace> clause_places(std::string_view text, std::span<const Token> tokens) {
  Reader reader(text);
  std::vector<ClausePlace> places;
  places.reserve(tokens.size());
  for (const Token& token : tokens) places.push_back(reader.find(token.word));
  return places;
}

}  // namespace incontro
