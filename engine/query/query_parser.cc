#include "query/query_parser.h"

#include <algorithm>
#include <span>

#include "query/pieces.h"
#include "query/signs.h"
#include "query/spelled_piece.h"

namespace incontro {
namespace {

constexpr std::size_t most_depth = 16;  // of brackets

// Whether it is new.
template <class T>
bool add_once(T one, std::vector<T>& all) {
  if (std::ranges::find(all, one) != all.end()) return false;
  all.push_back(std::move(one));
  return true;
}

// Whether the signs in it join: those of cuoco/cameriere and dell'ufficio part words that may stand
// anywhere, those of 0042/14 and 12,5 do not.
bool is_joined(std::string_view piece) {
  const bool figures = std::ranges::any_of(piece, [](char c) { return c >= '0' && c <= '9'; });
  return piece.find_first_of(figures ? "'|;()+\\" : "'|;()+\\/,:") == std::string_view::npos &&
         piece.find("\u2019") == std::string_view::npos;
}

Compound compound_of(std::span<const Token> tokens) {
  while (!tokens.empty() && tokens.front().stop) tokens = tokens.subspan(1);
  while (!tokens.empty() && tokens.back().stop) tokens = tokens.first(tokens.size() - 1);
  Compound compound;
  for (const Token& token : tokens)
    compound.push_back({token.word, token.stop ? token.word : token.term});
  return compound;
}

// `implied`: only a phrase asks for it.
void add_term(const std::string& term, bool implied, Clauses& clauses) {
  const bool fresh = add_once(term, clauses.terms);
  if (implied && fresh) clauses.implied.push_back(term);
  if (!implied) std::erase(clauses.implied, term);
}

void add_clauses(Clauses&& from, Clauses& to) {
  for (const std::string& term : from.terms)
    add_term(term, std::ranges::find(from.implied, term) != from.implied.end(), to);
  for (Phrase& phrase : from.phrases) add_once(std::move(phrase), to.phrases);
  for (std::string& prefix : from.prefixes) add_once(std::move(prefix), to.prefixes);
  for (OpenPhrase& phrase : from.open_phrases) add_once(std::move(phrase), to.open_phrases);
  for (TypedForm& typed : from.typed) add_once(std::move(typed), to.typed);
  std::ranges::move(from.compounds, std::back_inserter(to.compounds));
}

template <class T>
void append(std::vector<T>&& from, std::vector<T>& to) {
  std::ranges::move(from, std::back_inserter(to));
}

// Both must be fitted.
void add_query(ParsedQuery&& from, ParsedQuery& to) {
  add_clauses(std::move(from.required), to.required);
  add_clauses(std::move(from.excluded), to.excluded);
  append(std::move(from.plain), to.plain);
  append(std::move(from.any_of), to.any_of);
  append(std::move(from.none_of), to.none_of);
}

// It asks for one thing only, so that to exclude it is to exclude that thing.
bool is_single(const ParsedQuery& query) {
  const Clauses& required = query.required;
  const std::size_t asked = required.terms.size() - required.implied.size() +
                            required.phrases.size() + required.prefixes.size() +
                            required.open_phrases.size();
  return asked == 1 && query.excluded.empty() && query.any_of.empty() && query.none_of.empty();
}

class Parser {
 public:
  Parser(const Analyzer& analyzer, std::string_view text) : analyzer_(analyzer), pieces_(text) {}

  ParsedQuery run() {
    ParsedQuery query;
    // Brackets that nothing has opened are left out.
    while (more_) add_any(read_alternatives(0), query);
    return query;
  }
  bool words() const { return words_; }

 private:
  // Up to the bracket that closes them. Those that ask for nothing are left out.
  std::vector<ParsedQuery> read_alternatives(std::size_t depth) {
    std::vector<ParsedQuery> alternatives(1);
    bool follows = false;  // the last piece was plain words
    Piece piece;
    while ((more_ = pieces_.next(piece))) {
      if (piece.kind == Piece::Kind::close) {
        if (depth > 0) break;
        continue;
      }
      if (piece.kind == Piece::Kind::either) {
        alternatives.emplace_back();
        follows = false;
      } else if (piece.kind == Piece::Kind::open) {
        add_bracket(piece.excluded, depth, alternatives.back());
        follows = false;
      } else {
        follows = add_words(with_spelling(analyzer_, piece, pieces_), follows, alternatives.back());
      }
    }
    if (alternatives.size() > 1)
      std::erase_if(alternatives, [](const ParsedQuery& query) { return query.empty(); });
    return alternatives;
  }

  void add_bracket(bool excluded, std::size_t depth, ParsedQuery& query) {
    // Deeper ones are followed without calling oneself again: what they hold comes next.
    if (depth == most_depth) return;
    std::vector<ParsedQuery> alternatives = read_alternatives(depth + 1);
    if (!excluded) return add_any(std::move(alternatives), query);
    for (ParsedQuery& alternative : alternatives)
      if (is_single(alternative))
        exclude(std::move(alternative.required), query.excluded);
      else if (!alternative.empty())
        query.none_of.push_back(std::move(alternative));
  }

  static void exclude(Clauses&& single, Clauses& excluded) {
    for (const std::string& term : single.implied) std::erase(single.terms, term);
    single.implied.clear();
    add_clauses(std::move(single), excluded);
  }

  static void add_any(std::vector<ParsedQuery>&& alternatives, ParsedQuery& query) {
    if (alternatives.size() > 1)
      query.any_of.push_back(std::move(alternatives));
    else if (!alternatives.empty())
      add_query(std::move(alternatives.front()), query);
  }

  // Whether the words are plain ones. `follows`: so were those before.
  bool add_words(const Piece& piece, bool follows, ParsedQuery& query) {
    if (piece.quoted && add_open_phrase(piece, query)) return false;
    Clauses& clauses = piece.excluded ? query.excluded : query.required;
    std::vector<Token> tokens =
        piece.prefix ? analyzer_.analyze(unfinished(piece.text)) : analyzer_.analyze(piece.text);
    if (tokens.empty()) return follows;
    words_ = true;
    const bool plain = !piece.excluded && !piece.quoted && !piece.prefix;
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
    if (plain && tokens.size() > 1 && is_joined(piece.text))
      if (Compound compound = compound_of(tokens); compound.size() > 1)
        clauses.compounds.push_back(std::move(compound));
    if (plain && !follows) query.plain.emplace_back();
    for (const Token& token : tokens) {
      if (plain) query.plain.back().push_back(token);
      if (token.stop || (together && piece.excluded)) continue;
      add_term(token.term, together, clauses);
      if (plain) add_once(TypedForm{token.term, token.word}, clauses.typed);
    }
    return plain;
  }

  // Whether a word of the phrase is only begun; then it is read here.
  bool add_open_phrase(const Piece& piece, ParsedQuery& query) {
    OpenPhrase phrase;
    std::vector<Token> closed;
    bool opened = false;
    for (std::string_view rest = piece.text; !rest.empty();) {
      const std::string_view word = first_word(rest);
      const bool open = ends_with_star(word);
      for (Token& token : analyzer_.analyze(open ? unfinished(word) : std::string(word))) {
        phrase.push_back({token.word, false});
        closed.push_back(std::move(token));
      }
      if (!open || phrase.empty() || phrase.back().word.size() < 2) continue;
      phrase.back().open = opened = true;
      closed.pop_back();
    }
    if (!opened) return false;
    words_ = true;
    Clauses& clauses = piece.excluded ? query.excluded : query.required;
    if (phrase.size() == 1)
      add_once(std::move(phrase.front().word), clauses.prefixes);
    else
      add_once(std::move(phrase), clauses.open_phrases);
    if (!piece.excluded)
      for (const Token& token : closed)
        if (!token.stop) add_term(token.term, true, clauses);
    return true;
  }

  // Of the text up to a blank, which is taken with it.
  static std::string_view first_word(std::string_view& text) {
    std::size_t length = 0;
    while (length < text.size() && sign_at(text.substr(length)).sign != Sign::blank)
      length += sign_at(text.substr(length)).bytes;
    const std::string_view word = text.substr(0, length);
    text.remove_prefix(length);
    if (!text.empty()) text.remove_prefix(sign_at(text).bytes);
    return word;
  }

  const Analyzer& analyzer_;
  Pieces pieces_;
  bool more_ = true;
  bool words_ = false;  // the text has some
};

bool is_blank(std::string_view text) {
  for (; !text.empty(); text.remove_prefix(sign_at(text).bytes))
    if (const Sign sign = sign_at(text).sign; sign != Sign::blank && sign != Sign::unseen)
      return false;
  return true;
}

}  // namespace

ParsedQuery parse_query(const Analyzer& analyzer, std::string_view text) {
  Parser parser(analyzer, text);
  ParsedQuery query = parser.run();
  if (parser.words() || is_blank(text)) return query;
  // Operators alone are words.
  for (const Token& token : analyzer.analyze(text)) add_term(token.term, false, query.required);
  query.signs_only = query.required.empty();
  return query;
}

std::size_t alternatives_in(const ParsedQuery& parsed) {
  std::size_t count = 0;
  for (const std::vector<ParsedQuery>& group : parsed.any_of)
    for (const ParsedQuery& alternative : group) count += 1 + alternatives_in(alternative);
  for (const ParsedQuery& refused : parsed.none_of) count += 1 + alternatives_in(refused);
  return count;
}

}  // namespace incontro
