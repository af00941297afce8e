#include "query/query_parser.h"

#include <algorithm>

#include "query/pieces.h"

namespace incontro {
namespace {

// Whether it is new.
template <class T>
bool add_once(T one, std::vector<T>& all) {
  if (std::ranges::find(all, one) != all.end()) return false;
  all.push_back(std::move(one));
  return true;
}

}  // namespace

ParsedQuery parse_query(const Analyzer& analyzer, std::string_view text) {
  ParsedQuery query;
  bool follows = false;
  Pieces pieces(text);
  for (Piece piece; pieces.next(piece);) {
    Clauses& clauses = piece.excluded ? query.excluded : query.required;
    std::vector<Token> tokens = analyzer.analyze(piece.text);
    if (tokens.empty()) continue;
    const bool plain = !piece.excluded && !piece.quoted && !piece.prefix;
    follows = follows && plain;

    if (piece.prefix && tokens.back().word.size() >= 2) {
      add_once(tokens.back().word, clauses.prefixes);
      tokens.pop_back();
    }
    // To exclude "part-time" is to exclude the two words together, not each of them.
    const bool together = piece.quoted || (piece.excluded && tokens.size() > 1);
    if (together && !tokens.empty()) {
      Phrase phrase;
      for (const Token& token : tokens) phrase.push_back(token.word);
      add_once(std::move(phrase), clauses.phrases);
    }
    if (together && piece.excluded) continue;
    for (const Token& token : tokens) {
      if (plain) {
        if (!follows) query.plain.emplace_back();
        query.plain.back().push_back(token);
        follows = true;
      }
      if (token.stop) continue;
      const bool fresh = add_once(token.term, clauses.terms);
      if (together && fresh) clauses.implied.push_back(token.term);
      if (!together) std::erase(clauses.implied, token.term);
    }
  }
  return query;
}

}  // namespace incontro
