// Suggestions: words as typed -> candidates of the lexicon -> exact counts by searching.

#include <incontro/suggest.h>

#include <algorithm>

#include "engine_impl.h"

namespace incontro {
namespace {

constexpr std::size_t text_bound_bytes = 300;
constexpr std::size_t limit_bound = 20;

std::string_view field_of(SuggestionKind kind) {
  switch (kind) {
    case SuggestionKind::profession:
      return "profession";
    case SuggestionKind::skill:
      return "skill";
    case SuggestionKind::employer:
    case SuggestionKind::phrase:
      return "";
    case SuggestionKind::region:
    case SuggestionKind::province:
    case SuggestionKind::comune:
    case SuggestionKind::state:
      return "territory";
  }
  return "";
}

// The name as words of a query: nothing in it may be taken for syntax.
std::string as_words(std::string_view name) {
  std::string words;
  for (const char c : name) {
    const bool sign = c == '"' || c == '*' || (c == '-' && (words.empty() || words.back() == ' '));
    words += sign ? ' ' : c;
  }
  return words;
}

Suggestion suggestion_of(const Candidate& candidate, unsigned errors) {
  Suggestion suggestion;
  suggestion.kind = candidate.kind;
  suggestion.text = candidate.text;
  suggestion.field = field_of(candidate.kind);
  suggestion.code = candidate.code;
  suggestion.errors = errors;
  if (candidate.kind == SuggestionKind::employer)
    suggestion.words = '"' + as_words(candidate.text) + '"';
  if (candidate.kind == SuggestionKind::phrase) suggestion.words = as_words(candidate.text);
  return suggestion;
}

Done check_bounds(const SuggestRequest& request) {
  if (request.text.size() > text_bound_bytes)
    return Error{Code::invalid, "text: at most 300 bytes"};
  if (request.limit == 0 || request.limit > limit_bound)
    return Error{Code::invalid, "limit: from 1 to 20"};
  return ok;
}

// Fewest errors first, then by count.
bool better(const Suggestion& a, const Suggestion& b) {
  if (a.errors != b.errors) return a.errors < b.errors;
  if (a.count != b.count) return a.count > b.count;
  return a.text < b.text;
}

// Of two that find the same: the words as they are written before a code.
bool says_it_better(const Suggestion& a, const Suggestion& b) {
  return a.errors == b.errors && a.kind == SuggestionKind::phrase &&
         b.kind != SuggestionKind::phrase;
}

// A search made once for the lexicon's snapshot. `known`: what was found, + 1; 0: not yet.
template <class Make>
Result<std::uint64_t> once(std::atomic<std::uint64_t>& known, Make&& make) {
  if (const std::uint64_t above = known.load(std::memory_order_relaxed); above > 0)
    return above - 1;
  const Result<std::uint64_t> made = make();
  if (made) known.store(*made + 1, std::memory_order_relaxed);
  return made;
}

}  // namespace

Query chosen(const Suggestion& suggestion, Collection collection) {
  Query query;
  query.collection = collection;
  query.text = suggestion.words;
  if (!suggestion.field.empty()) query.filters = {{suggestion.field, {suggestion.code}}};
  return query;
}

Result<std::vector<Suggestion>> Engine::suggest(const SuggestRequest& request) const {
  if (const Done done = check_bounds(request); !done) return done.error();
  const auto snapshot = impl_->indexer->snapshot();
  const auto lexicon = impl_->lexicons->current(snapshot->sequence, today());
  const Lexicon::OfCollection& known = lexicon->of(request.collection);
  const SuggestionIndex& index = request.box == SuggestionBox::what ? known.what : known.where;

  // Then what was counted for the lexicon, or since, still holds.
  const bool fresh = lexicon->sequence == snapshot->sequence && lexicon->today == today();
  const auto count_of = [&](std::size_t place, const Query& query) -> Result<std::uint64_t> {
    const auto count = [&] { return impl_->count(query, *snapshot); };
    if (!fresh) return count();
    if (!index[place].code.empty()) return index[place].count;
    return once(known.asked[place].count, count);
  };
  const auto fingerprint_of = [&](std::size_t place, const Query& query) {
    const auto fingerprint = [&] { return impl_->fingerprint(query, *snapshot); };
    return fresh ? once(known.asked[place].fingerprint, fingerprint) : fingerprint();
  };
  std::vector<Suggestion> suggestions;
  std::vector<std::size_t> places;  // in the index, of each
  // Two rows of names that find the same are one. Places stay: each is chosen for what it is.
  const auto same_as = [&](const Suggestion& one,
                           std::size_t place) -> Result<std::optional<std::size_t>> {
    for (std::size_t i = 0; i < suggestions.size(); ++i) {
      if (request.box == SuggestionBox::where || suggestions[i].count != one.count) continue;
      const auto mine = fingerprint_of(place, chosen(one, request.collection));
      const auto other = fingerprint_of(places[i], chosen(suggestions[i], request.collection));
      if (!mine) return mine.error();
      if (!other) return other.error();
      if (*mine == *other) return std::optional(i);
    }
    return std::optional<std::size_t>();
  };
  constexpr std::size_t rows_of_one_meaning = 4;  // of so many candidates one is shown at least
  for (const SuggestionIndex::Found& found :
       index.find(impl_->analyzer.analyze(request.text), few_results,
                  request.limit * rows_of_one_meaning)) {
    Suggestion suggestion = suggestion_of(index[found.candidate], found.errors);
    const auto count = count_of(found.candidate, chosen(suggestion, request.collection));
    if (!count) return count.error();
    suggestion.count = *count;
    if (suggestion.count == 0) continue;  // withdrawn or expired meanwhile
    const auto same = same_as(suggestion, found.candidate);
    if (!same) return same.error();
    if (*same) {
      if (!says_it_better(suggestion, suggestions[**same])) continue;
      suggestions[**same] = std::move(suggestion);
      places[**same] = found.candidate;
      continue;
    }
    if (suggestions.size() == request.limit) break;
    suggestions.push_back(std::move(suggestion));
    places.push_back(found.candidate);
  }
  std::ranges::sort(suggestions, better);
  return suggestions;
}

void Engine::refresh_suggestions() { impl_->lexicons->refresh(); }

}  // namespace incontro
