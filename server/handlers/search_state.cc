#include "handlers/search_state.h"

#include <incontro/distance.h>
#include <incontro/fields.h>
#include <incontro/query_text.h>

#include <algorithm>

#include "handlers/address_parts.h"
#include "http/ascii.h"

namespace incontro::server {
namespace {

constexpr char territory[] = "territory";

// Removes the codes for which `unwanted` holds, and the filter when none is left.
template <class Unwanted>
void remove(std::vector<Filter>& filters, std::string_view field, Unwanted&& unwanted) {
  for (Filter& filter : filters)
    if (filter.field == field) std::erase_if(filter.codes, unwanted);
  std::erase_if(filters, [](const Filter& filter) { return filter.codes.empty(); });
}

SearchState without_distance_sort(SearchState state) {
  if (state.sort == Sort::distance) state.sort = Sort::relevance;
  return state;
}

Done read_near(SearchState& state, std::string_view code) {
  const auto row = code_table(Table::territory).find(code);
  if (!row || !position_of(*row)) return not_understood("near", code);
  state.near = code;
  return ok;
}

Done read_parameter(SearchState& state, std::string_view name, std::string_view value) {
  if (find_field(state.collection, name))
    return value.empty() ? Done(ok) : add_known(state.collection, state.filters, name, value);
  if (name == "q") state.words = trimmed(value);
  if (name == "dove") state.place = trimmed(value);
  if (name == "near" && !value.empty()) return read_near(state, value);
  if (name == "km" && !value.empty()) return read_number(name, value, 0U, Near::most_km, state.km);
  if (name == "sort" && value == "date") state.sort = Sort::date;
  if (name == "sort" && value == "distance") state.sort = Sort::distance;
  if (name == "stato" && value == "scadute") state.scope = Scope::expired;
  if (name == "sinonimi" && value == "no") state.synonyms = false;
  if (name == "apri") {
    const std::size_t colon = std::min(value.find(':'), value.size());
    return add_known(state.collection, state.open, value.substr(0, colon),
                     value.substr(std::min(colon + 1, value.size())));
  }
  if (name == "page") return read_number(name, value, std::size_t{1}, last_page, state.page);
  return ok;
}

}  // namespace

std::string path_of(Collection collection) {
  return collection == Collection::vacancies ? "/offerte" : "/curricula";
}

Result<SearchState> read_state(Collection collection, const Parameters& parameters) {
  SearchState state;
  state.collection = collection;
  for (const auto& [name, value] : parameters)
    if (const Done done = read_parameter(state, name, value); !done) return done.error();
  if (!state.near.empty() && state.km == 0) state.km = Near{}.km;
  if (state.near.empty() && state.place.empty()) state = without_distance_sort(std::move(state));
  sort_by_field(collection, state.filters);
  return state;
}

std::string address_of(const SearchState& state) {
  Url url(path_of(state.collection));
  if (!state.words.empty()) url.add("q", state.words);
  if (!state.place.empty()) url.add("dove", state.place);
  if (!state.near.empty()) url.add("near", state.near);
  if (state.km > 0) url.add("km", std::to_string(state.km));
  for (const Filter& filter : state.filters)
    for (const std::string& code : filter.codes) url.add(filter.field, code);
  if (state.scope == Scope::expired) url.add("stato", "scadute");
  if (!state.synonyms) url.add("sinonimi", "no");
  if (state.sort == Sort::date) url.add("sort", "date");
  if (state.sort == Sort::distance) url.add("sort", "distance");
  if (state.page > 1) url.add("page", std::to_string(state.page));
  for (const Filter& filter : state.open)
    for (const std::string& code : filter.codes) url.add("apri", filter.field + ":" + code);
  return url.text();
}

Query query_of(const SearchState& state) {
  Query query;
  query.collection = state.collection;
  query.text = both_texts(state.words, state.place);
  query.synonyms = state.synonyms;
  if (!state.near.empty()) query.near = Near{state.near, state.km};
  query.filters = state.filters;
  query.open = state.open;
  query.sort = state.near.empty() ? without_distance_sort(state).sort : state.sort;
  query.scope = state.scope;
  query.limit = hits_per_page;
  query.offset = (state.page - 1) * hits_per_page;
  query.facets = true;
  query.highlight = true;
  return query;
}

bool has(const std::vector<Filter>& filters, std::string_view field, std::string_view code) {
  return std::ranges::any_of(filters, [&](const Filter& filter) {
    return filter.field == field && std::ranges::find(filter.codes, code) != filter.codes.end();
  });
}

SearchState with_page(SearchState state, std::size_t page) {
  state.page = page;
  return state;
}

SearchState with_sort(SearchState state, Sort sort) {
  state.sort = sort;
  return with_page(std::move(state), 1);
}

SearchState with_scope(SearchState state, Scope scope) {
  state.scope = scope;
  return with_page(std::move(state), 1);
}

SearchState with_synonyms(SearchState state, bool synonyms) {
  state.synonyms = synonyms;
  return with_page(std::move(state), 1);
}

SearchState with_places(SearchState state, const std::vector<CodeIndex>& places) {
  const CodeTable& table = code_table(Table::territory);
  state = without_field(std::move(state), territory);
  state.place.clear();
  state.near.clear();
  if (state.km > 0 && places.size() == 1 && position_of(places.front())) {
    state.near = table.row(places.front()).code;
    return state;
  }
  if (places.size() < 2) state.km = 0;  // else one will be chosen
  for (const CodeIndex place : places)
    state = toggled(std::move(state), territory, table.row(place).code);
  return without_distance_sort(std::move(state));
}

SearchState without_radius(SearchState state) {
  state.near.clear();
  state.km = 0;
  return with_page(without_distance_sort(std::move(state)), 1);
}

SearchState with_words(SearchState state, std::string words) {
  state.words = std::move(words);
  return with_page(std::move(state), 1);
}

SearchState toggled(SearchState state, std::string_view field, std::string_view code) {
  state.page = 1;
  if (has(state.filters, field, code)) {
    remove(state.filters, field, [&](const std::string& c) { return c == code; });
    return state;
  }
  const auto place = find_field(state.collection, field);
  if (!place) return state;
  const Field& known = fields_of(state.collection)[*place];
  if (known.kind == FieldKind::age) state = without_field(std::move(state), field);  // they nest
  const FieldDomain& domain = *known.domain;
  if (const auto node = domain.find(code)) {
    const auto holds = [&](CodeIndex above, CodeIndex below) {
      return above <= below && below <= domain.last(above);
    };
    remove(state.filters, field, [&](const std::string& c) {
      const auto other = domain.find(c);
      return other && (holds(*other, *node) || holds(*node, *other));
    });
    add_code(state.filters, field, code);
    sort_by_field(state.collection, state.filters);
  }
  return state;
}

SearchState opened(SearchState state, std::string_view field, std::string_view code) {
  add_code(state.open, field, code);
  return state;
}

SearchState without_field(SearchState state, std::string_view field) {
  remove(state.filters, field, [](const std::string&) { return true; });
  return with_page(std::move(state), 1);
}

SearchState without_filters(SearchState state) {
  state = without_radius(std::move(state));
  state.filters.clear();
  state.open.clear();
  state.place.clear();
  return with_page(std::move(state), 1);
}

}  // namespace incontro::server
