// "Did you mean": words that the index hardly knows -> near words that it knows well -> the
// spelling that finds most.

#include <incontro/suggest.h>

#include <algorithm>

#include "engine_impl.h"
#include "query/pieces.h"
#include "suggest/near_words.h"

namespace incontro {
namespace {

constexpr std::size_t most_looked_at = 16;    // words of a text
constexpr std::size_t most_words = 6;         // of these, that may be replaced
constexpr std::size_t most_spellings = 4;     // of each
constexpr std::size_t most_tries = 24;        // searches in all
constexpr std::uint64_t worth_an_error = 20;  // so many times as many results outweigh one error

struct Spelling {
  std::string word;
  unsigned errors;
  std::uint64_t occurrences;
};

// A word of the text that may be replaced.
struct Suspect {
  TextRange range;
  std::uint64_t occurrences;  // of the word as it is typed
  std::vector<Spelling> spellings;
};

// A choice of spellings: of each suspect one, or none.
struct Attempt {
  std::vector<const Spelling*> spellings;  // null: as typed
  unsigned errors = 0;
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::uint64_t occurrences_of(std::string_view word, const FrequentWords& known) {
  const auto found = known.words.find(word);
  return found ? known.count[*found] : 0;
}

// The near words that occur much more often, the nearest and most frequent first.
std::vector<Spelling> spellings_of(std::string_view word, std::uint64_t occurrences,
                                   const FrequentWords& known) {
  constexpr std::uint64_t much = 10;
  std::vector<Spelling> spellings;
  for (const NearWords& near : near_words(known.words, word, errors_allowed(word), false))
    for (std::uint32_t i = near.first; i < near.last; ++i)
      if (near.errors > 0 && known.count[i] > much * occurrences)
        spellings.push_back({std::string(known.words[i]), near.errors, known.count[i]});
  std::ranges::sort(spellings, [](const Spelling& a, const Spelling& b) {
    if (a.errors != b.errors) return a.errors < b.errors;
    if (a.occurrences != b.occurrences) return a.occurrences > b.occurrences;
    return a.word < b.word;
  });
  if (spellings.size() > most_spellings) spellings.resize(most_spellings);
  return spellings;
}

// Runs of letters that the analyzer takes for a word of its own: no part of C++, SAP/R3 or L.68/99.
std::vector<Suspect> suspects_in(std::string_view text, const Analyzer& analyzer,
                                 const FrequentWords& known) {
  std::vector<Suspect> suspects;
  std::size_t looked_at = 0;
  Pieces pieces(text);
  for (Piece piece; pieces.next(piece);) {
    if (piece.excluded || piece.prefix) continue;
    const std::vector<Token> tokens = analyzer.analyze(piece.text);
    const auto at = static_cast<std::size_t>(piece.text.data() - text.data());
    for (std::size_t begin = at, end; begin < at + piece.text.size(); begin = end + 1) {
      end = begin;
      while (end < at + piece.text.size() && is_letter(text[end])) ++end;
      const std::vector<Token> run = analyzer.analyze(text.substr(begin, end - begin));
      if (run.size() != 1) continue;
      const auto token = std::ranges::find(tokens, run[0].word, &Token::word);
      if (token == tokens.end() || token->stop || errors_allowed(token->word) == 0) continue;
      if (suspects.size() == most_words || ++looked_at > most_looked_at) return suspects;
      const std::uint64_t occurrences = occurrences_of(token->word, known);
      std::vector<Spelling> spellings = spellings_of(token->word, occurrences, known);
      if (!spellings.empty()) suspects.push_back({{begin, end}, occurrences, std::move(spellings)});
    }
  }
  return suspects;
}

// All words that the index does not know are replaced together; where it knows all, one of them.
std::vector<Attempt> attempts_for(const std::vector<Suspect>& suspects) {
  const bool unknown = std::ranges::any_of(
      suspects, [](const Suspect& suspect) { return suspect.occurrences == 0; });
  std::vector<Attempt> attempts;
  if (unknown) {
    attempts.push_back({});
    for (const Suspect& suspect : suspects) {
      std::vector<Attempt> longer;
      for (const Attempt& attempt : attempts) {
        const auto take = [&](const Spelling* spelling) {
          longer.push_back(attempt);
          longer.back().spellings.push_back(spelling);
          longer.back().errors += spelling ? spelling->errors : 0;
        };
        if (suspect.occurrences > 0)
          take(nullptr);
        else
          for (const Spelling& spelling : suspect.spellings) take(&spelling);
      }
      attempts = std::move(longer);
    }
  } else {
    for (std::size_t i = 0; i < suspects.size(); ++i)
      for (const Spelling& spelling : suspects[i].spellings) {
        Attempt& attempt = attempts.emplace_back();
        attempt.spellings.resize(suspects.size());
        attempt.spellings[i] = &spelling;
        attempt.errors = spelling.errors;
      }
  }
  std::ranges::stable_sort(attempts, {}, &Attempt::errors);
  if (attempts.size() > most_tries) attempts.resize(most_tries);
  return attempts;
}

Correction corrected(std::string_view text, const std::vector<Suspect>& suspects,
                     const Attempt& attempt) {
  Correction correction;
  std::size_t at = 0;
  for (std::size_t i = 0; i < suspects.size(); ++i) {
    if (attempt.spellings[i] == nullptr) continue;
    const TextRange range = suspects[i].range;
    correction.text.append(text.substr(at, range.begin - at));
    const std::size_t begin = correction.text.size();
    correction.text.append(attempt.spellings[i]->word);
    correction.corrected.push_back({begin, correction.text.size()});
    at = range.end;
  }
  correction.text.append(text.substr(at));
  return correction;
}

}  // namespace

Result<std::optional<Correction>> Engine::correct(const Query& query) const {
  const auto snapshot = impl_->indexer->snapshot();
  const auto found = impl_->count(query, *snapshot);
  if (!found) return found.error();
  std::optional<Correction> best;
  if (*found >= few_results) return best;
  const auto lexicon = impl_->lexicons->current(snapshot->sequence, today());
  const auto suspects =
      suspects_in(query.text, impl_->analyzer, lexicon->of(query.collection).words);
  unsigned errors = 0;  // of the best
  for (const Attempt& attempt : attempts_for(suspects)) {
    Correction correction = corrected(query.text, suspects, attempt);
    if (correction.corrected.empty()) continue;
    Query tried = query;
    tried.text = correction.text;
    const auto count = impl_->count(tried, *snapshot);
    if (!count) return count.error();
    correction.count = *count;
    std::uint64_t worth = best ? best->count : *found;
    if (best)
      for (unsigned more = errors; more < attempt.errors; ++more) worth *= worth_an_error;
    if (correction.count <= worth) continue;
    best = std::move(correction);
    errors = attempt.errors;
  }
  return best;
}

}  // namespace incontro
