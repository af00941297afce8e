#include "query/spelled_piece.h"

namespace incontro {
namespace {

constexpr int most_words_after = 2;  // c plus plus

bool is_plain(const Piece& piece) {
  return piece.kind == Piece::Kind::words && !piece.excluded && !piece.quoted && !piece.prefix &&
         !piece.text.empty();
}

}  // namespace

Piece with_spelling(const Analyzer& analyzer, const Piece& piece, Pieces& rest) {
  Piece longest = piece;
  Pieces ahead = rest;
  Piece next;
  for (int i = 0; i < most_words_after && is_plain(piece); ++i) {
    if (!ahead.next(next) || !is_plain(next)) break;
    const char* const begin = piece.text.data();
    const auto length = static_cast<std::size_t>(next.text.data() + next.text.size() - begin);
    if (!analyzer.is_spelling({begin, length})) continue;
    longest.text = longest.whole = {begin, length};
    rest = ahead;
  }
  return longest;
}

}  // namespace incontro
