#include "handlers/search_help.h"

#include "pages/place_text.h"

namespace incontro::server {
namespace {

std::string results(const Texts& texts, std::uint64_t count) {
  return texts.format("search.results", {{"count", static_cast<std::int64_t>(count)}});
}

// The state whose query has this text. What was typed in "dove" without naming a place is searched
// as words, and so becomes some.
SearchState with_text(SearchState state, std::string text) {
  state.place.clear();
  return with_words(std::move(state), std::move(text));
}

// "il filtro «Luogo»", "la parola «cuoco»"
std::string name_of(const Relaxation::Part& part, const Texts& texts) {
  if (part.field == "near") return texts.get("relax.radius");
  if (!part.field.empty())
    return texts.format("relax.filter", {{"name", texts.get("field." + part.field)}});
  std::string_view text = part.text;
  const bool exclusion = text.starts_with('-');
  if (exclusion) text.remove_prefix(1);
  const bool phrase = text.starts_with('"');
  if (phrase) text.remove_prefix(1);
  if (phrase && text.ends_with('"')) text.remove_suffix(1);
  const char* name = exclusion ? "relax.exclusion" : phrase ? "relax.phrase" : "relax.word";
  return texts.format(name, {{"text", text}});
}

std::string name_of(const Relaxation& relaxation, const Texts& texts) {
  const std::string first = name_of(relaxation.dropped.front(), texts);
  if (relaxation.dropped.size() == 1) return texts.format("relax.one", {{"what", first}});
  return texts.format("relax.two",
                      {{"first", first}, {"second", name_of(relaxation.dropped.back(), texts)}});
}

// The place that was nearly typed.
Done add_place(const Context& context, const SearchState& state, SearchPage& page) {
  const auto suggestions =
      context.engine.suggest({SuggestionBox::where, state.collection, state.place, 1});
  if (!suggestions) return ok;  // so long a text is no place
  for (const Suggestion& suggestion : *suggestions) {
    const auto row = code_table(Table::territory).find(suggestion.code);
    if (!row) continue;
    const SearchState better = with_places(state, {*row});
    Query query = query_of(better);
    query.limit = query.offset = 0;
    query.facets = false;
    const auto answer = context.engine.search(query);
    if (!answer) return answer.error();
    const std::string place = box_text(context.places, context.texts, suggestion.code);
    if (answer->total > 0)
      page.corrections.push_back({place.empty() ? place_label(suggestion.code) : place,
                                  results(context.texts, answer->total), address_of(better)});
  }
  return ok;
}

Done add_words(const Context& context, const SearchState& state, std::uint64_t total,
               SearchPage& page) {
  const auto correction = context.engine.correct(query_of(state), total);
  if (!correction) return correction.error();
  if (*correction)
    page.corrections.push_back({(*correction)->text, results(context.texts, (*correction)->count),
                                address_of(with_text(state, (*correction)->text))});
  return ok;
}

Done add_relaxations(const Context& context, const SearchState& state, SearchPage& page) {
  const auto relaxations = context.engine.relax(query_of(state));
  if (!relaxations) return relaxations.error();
  for (const Relaxation& relaxation : *relaxations) {
    SearchState remaining = with_text(state, relaxation.query.text);
    remaining.filters = relaxation.query.filters;
    if (!state.near.empty() && !relaxation.query.near)
      remaining = without_radius(std::move(remaining));
    page.relaxations.push_back({name_of(relaxation, context.texts),
                                results(context.texts, relaxation.count), address_of(remaining)});
  }
  return ok;
}

}  // namespace

Done add_help(const Context& context, const SearchState& state, std::uint64_t total,
              SearchPage& page) {
  if (!state.place.empty())
    if (const Done done = add_place(context, state, page); !done) return done;
  if (const Done done = add_words(context, state, total, page); !done) return done;
  return total == 0 ? add_relaxations(context, state, page) : ok;
}

}  // namespace incontro::server
