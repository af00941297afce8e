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
    if (!fresh) return impl_->count(query, *snapshot);
    if (!index[place].code.empty()) return index[place].count;
    std::atomic<std::uint64_t>& known_count = known.counted[place];
    if (const std::uint64_t above = known_count.load(std::memory_order_relaxed); above > 0)
      return above - 1;
    const auto count = impl_->count(query, *snapshot);
    if (count) known_count.store(*count + 1, std::memory_order_relaxed);
    return count;
  };
  std::vector<Suggestion> suggestions;
  for (const SuggestionIndex::Found& found :
       index.find(impl_->analyzer.analyze(request.text), few_results, request.limit)) {
    Suggestion& suggestion =
        suggestions.emplace_back(suggestion_of(index[found.candidate], found.errors));
    const auto count = count_of(found.candidate, chosen(suggestion, request.collection));
    if (!count) return count.error();
    suggestion.count = *count;
    if (suggestion.count == 0) suggestions.pop_back();  // withdrawn or expired meanwhile
  }
  std::ranges::sort(suggestions, better);
  return suggestions;
}

void Engine::refresh_suggestions() { impl_->lexicons->refresh(); }

}  // namespace incontro
