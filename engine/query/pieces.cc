#include "query/pieces.h"

#include <algorithm>

namespace incontro {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

bool Pieces::next(Piece& piece) {
  while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
  if (rest_.empty()) return false;
  piece = {};
  const std::string_view from = rest_;
  if (rest_.size() > 1 && rest_.front() == '-' && !is_space(rest_[1])) {
    piece.excluded = true;
    rest_.remove_prefix(1);
  }
  if (rest_.front() == '"') {
    piece.quoted = true;
    rest_.remove_prefix(1);
    piece.text = take(rest_.find('"'));
    if (!rest_.empty()) rest_.remove_prefix(1);
  } else {
    const auto ends = [](char c) { return is_space(c) || c == '"'; };
    piece.text = take(static_cast<std::size_t>(std::ranges::find_if(rest_, ends) - rest_.begin()));
    piece.prefix = piece.text.size() > 1 && piece.text.back() == '*';
  }
  piece.whole = from.substr(0, from.size() - rest_.size());
  return true;
}

std::string_view Pieces::take(std::size_t length) {
  const std::string_view taken = rest_.substr(0, length);
  rest_.remove_prefix(taken.size());
  return taken;
}

}  // namespace incontro
