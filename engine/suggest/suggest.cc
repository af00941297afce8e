// Suggestions: words as typed -> candidates of the lexicon -> exact counts by searching.

#include <incontro/suggest.h>

#include <algorithm>
#include <unordered_set>

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

  // Then what was counted by code still holds.
  const bool fresh = lexicon->sequence == snapshot->sequence && lexicon->today == today();
  // More candidates than wanted: their estimates are not their counts.
  const std::size_t most = request.limit + request.limit / 2;
  std::vector<Suggestion> suggestions;
  for (const SuggestionIndex::Found& found :
       index.find(impl_->analyzer.analyze(request.text), few_results, most)) {
    const Candidate& candidate = index[found.candidate];
    Suggestion& suggestion = suggestions.emplace_back(suggestion_of(candidate, found.errors));
    if (fresh && !candidate.code.empty()) {
      suggestion.count = candidate.count;
    } else {
      const auto count = impl_->count(chosen(suggestion, request.collection), *snapshot);
      if (!count) return count.error();
      suggestion.count = *count;
    }
    if (suggestion.count == 0) suggestions.pop_back();  // withdrawn or expired meanwhile
  }
  std::ranges::sort(suggestions, better);
  if (suggestions.size() > request.limit) suggestions.resize(request.limit);
  return suggestions;
}

void Engine::refresh_suggestions() { impl_->lexicons->refresh(); }

}  // namespace incontro
