#include <incontro/query_text.h>

#include "query/pieces.h"
#include "query/signs.h"

namespace incontro {
namespace {

bool is_closed(std::string_view quoted) {
  int quotes = 0;
  while (!quoted.empty()) {
    const SignAt at = sign_at(quoted);
    quotes += at.sign == Sign::quote;
    quoted.remove_prefix(at.bytes);
  }
  return quotes > 1;
}

// What its author left open is closed, and it stands in brackets where an OR, or a NOT at its end,
// would reach beyond it.
// One with a bracket that closes nothing has none: the parser passes over that.
std::string as_one(std::string_view text) {
  Pieces pieces(text);
  Piece piece;
  int open = 0;
  bool reaches_out = false, too_many = false;
  while (pieces.next(piece)) {
    if (piece.kind == Piece::Kind::open) ++open;
    if (piece.kind == Piece::Kind::close && --open < 0) too_many = true;
    if (piece.kind == Piece::Kind::either && open <= 0) reaches_out = true;
  }
  const bool binds_next = piece.text == "NOT" || piece.text == "NON";
  std::string one(text);
  if (piece.quoted && !is_closed(piece.whole)) one += '"';
  if (too_many) return one;
  if (open > 0) one.append(static_cast<std::size_t>(open), ')');
  return reaches_out || binds_next ? "(" + one + ")" : one;
}

}  // namespace

std::string both_texts(std::string_view one, std::string_view other) {
  if (one.empty() || other.empty()) return std::string(one.empty() ? other : one);
  return as_one(one) + ' ' + as_one(other);
}

}  // namespace incontro
