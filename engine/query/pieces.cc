#include "query/pieces.h"

#include <algorithm>

#include "query/signs.h"

namespace incontro {
namespace {

bool is_gap(Sign sign) { return sign == Sign::blank || sign == Sign::unseen; }

// Unseen signs at the end of a word would hide that it is an operator or ends with a star.
std::string_view without_unseen_end(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const SignAt one = sign_at(text.substr(at));
    at += one.bytes;
    if (one.sign != Sign::unseen) end = at;
  }
  return text.substr(0, end);
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

Pieces::Pieces(std::string_view text)
    : rest_(text), italian_(std::ranges::any_of(text, is_lower)) {}

bool Pieces::next(Piece& piece) {
  for (;;) {
    if (!skip_blanks()) return false;
    piece = {};
    const std::string_view from = rest_;
    const auto whole = [&] { return from.substr(0, from.size() - rest_.size()); };
    while (take_not() || skip_dashes()) piece.excluded = true;
    if (rest_.empty()) return false;
    const SignAt first = sign_at(rest_);
    if (first.sign == Sign::open || first.sign == Sign::close) {
      piece.kind = first.sign == Sign::open ? Piece::Kind::open : Piece::Kind::close;
      take(first.bytes);
    } else if (first.sign == Sign::bar) {
      piece.kind = Piece::Kind::either;
      while (!rest_.empty() && sign_at(rest_).sign == Sign::bar) take(sign_at(rest_).bytes);
    } else if (first.sign == Sign::quote) {
      take_quoted(piece);
    } else {
      piece.text = without_unseen_end(take(word_length()));
      if (is_one_of(piece.text, {"AND", "&&"}) || (italian_ && piece.text == "E")) continue;
      if (piece.text == "OR" || (italian_ && piece.text == "O"))
        piece.kind = Piece::Kind::either;
      else
        piece.prefix = ends_with_star(piece.text);
    }
    piece.whole = whole();
    return true;
  }
}

bool Pieces::skip_blanks() {
  while (!rest_.empty() && is_gap(sign_at(rest_).sign)) take(sign_at(rest_).bytes);
  return !rest_.empty();
}

// Before something that is no blank.
bool Pieces::skip_dashes() {
  std::size_t length = 0;
  bool dash = false;
  while (length < rest_.size()) {
    const SignAt one = sign_at(rest_.substr(length));
    if (one.sign != Sign::dash && !(dash && one.sign == Sign::unseen)) break;
    dash = true;
    length += one.bytes;
  }
  if (!dash || length == rest_.size() || sign_at(rest_.substr(length)).sign == Sign::blank)
    return false;
  take(length);
  return true;
}

// With the blanks after it; where nothing follows, it is a word.
bool Pieces::take_not() {
  const std::string_view word = without_unseen_end(rest_.substr(0, word_length()));
  if (word != "NOT" && !(italian_ && word == "NON")) return false;
  const std::string_view before = rest_;
  take(word_length());
  if (skip_blanks()) return true;
  rest_ = before;
  return false;
}

// As many signs close a phrase as opened it: ""a b"" is one.
void Pieces::take_quoted(Piece& piece) {
  const auto quotes_at = [&](std::size_t at) {
    std::size_t end = at, count = 0;
    while (end < rest_.size() && sign_at(rest_.substr(end)).sign == Sign::quote) {
      end += sign_at(rest_.substr(end)).bytes;
      ++count;
    }
    return std::pair(end - at, count);
  };
  piece.quoted = true;
  const auto [bytes, opened] = quotes_at(0);
  take(bytes);
  if (opened > 1 && (rest_.empty() || is_gap(sign_at(rest_).sign))) return;  // nothing inside
  std::size_t length = 0;
  while (length < rest_.size() && sign_at(rest_.substr(length)).sign != Sign::quote)
    length += sign_at(rest_.substr(length)).bytes;
  piece.text = take(length);
  for (std::size_t i = 0; i < opened && !rest_.empty(); ++i) {
    const SignAt one = sign_at(rest_);
    if (one.sign != Sign::quote) break;
    take(one.bytes);
  }
}

std::size_t Pieces::word_length() const {
  std::size_t length = 0, inner = 0;
  while (length < rest_.size()) {
    const SignAt one = sign_at(rest_.substr(length));
    if (one.sign == Sign::blank || one.sign == Sign::quote || one.sign == Sign::bar) break;
    if (one.sign == Sign::open) {
      if (length == 0) break;
      ++inner;
    }
    if (one.sign == Sign::close && inner-- == 0) break;
    length += one.bytes;
  }
  return length;
}

std::string_view Pieces::take(std::size_t length) {
  const std::string_view taken = rest_.substr(0, length);
  rest_.remove_prefix(taken.size());
  return taken;
}

std::string unfinished(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const SignAt one = sign_at(text.substr(at));
    if (one.sign != Sign::star) out.append(text.substr(at, one.bytes));
    at += one.bytes;
  }
  return out.append("*");
}

}  // namespace incontro
