#include "query/query_parser.h"

#include <algorithm>

namespace incontro {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Whether it is new.
bool add_term(std::vector<std::string>& terms, const std::string& term) {
  if (std::ranges::find(terms, term) != terms.end()) return false;
  terms.push_back(term);
  return true;
}

// The next word or quoted phrase, with what stands before and after it.
struct Piece {
  std::string_view text;
  bool excluded = false;
  bool quoted = false;
  bool prefix = false;
};

class Pieces {
 public:
  explicit Pieces(std::string_view text) : rest_(text) {}

  bool next(Piece& piece) {
    while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
    if (rest_.empty()) return false;
    piece = {};
    if (rest_.size() > 1 && rest_.front() == '-' && !is_space(rest_[1])) {
      piece.excluded = true;
      rest_.remove_prefix(1);
    }
    if (rest_.front() == '"') {
      piece.quoted = true;
      rest_.remove_prefix(1);
      piece.text = take(rest_.find('"'));
      if (!rest_.empty()) rest_.remove_prefix(1);
      return true;
    }
    piece.text = take(std::ranges::find_if(rest_, [](char c) { return is_space(c) || c == '"'; }) -
                      rest_.begin());
    // The star stays: it tells the analyzer that the word is unfinished (resp* is no responsabile).
    piece.prefix = piece.text.size() > 1 && piece.text.back() == '*';
    return true;
  }

 private:
  std::string_view take(std::size_t length) {
    const std::string_view taken = rest_.substr(0, length);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::string_view rest_;
};

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
      clauses.prefixes.push_back(tokens.back().word);
      tokens.pop_back();
    }
    // To exclude "part-time" is to exclude the two words together, not each of them.
    const bool together = piece.quoted || (piece.excluded && tokens.size() > 1);
    if (together && !tokens.empty()) {
      Phrase& phrase = clauses.phrases.emplace_back();
      for (const Token& token : tokens) phrase.push_back(token.word);
    }
    if (together && piece.excluded) continue;
    for (const Token& token : tokens) {
      if (plain) {
        if (!follows) query.plain.emplace_back();
        query.plain.back().push_back(token);
        follows = true;
      }
      if (token.stop) continue;
      const bool fresh = add_term(clauses.terms, token.term);
      if (together && fresh) clauses.implied.push_back(token.term);
      if (!together) std::erase(clauses.implied, token.term);
    }
  }
  return query;
}

}  // namespace incontro
