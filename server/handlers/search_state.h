#pragma once

#include <incontro/codes.h>
#include <incontro/query.h>
#include <incontro/result.h>

#include <string>
#include <string_view>
#include <vector>

#include "http/url.h"

namespace incontro::server {

inline constexpr std::size_t hits_per_page = 10;
inline constexpr std::size_t last_page = 100'000;  // the engine passes over a million hits at most

// What a search page shows, as its address says it: every state is an address, every address a
// state.
//   /offerte?q=cuoco&profession=5.2&territory=08&territory=BO&stato=scadute&sort=date&page=2
//            &apri=territory:08
//   /offerte?q=cuoco&near=A944&km=20&sort=distance
struct SearchState {
  Collection collection = Collection::vacancies;
  std::string words;  // q
  std::string place;  // dove, as typed: only what is not the name of a place
  std::string near;   // code of a comune with a position: not farther than km from it
  unsigned km = 0;    // 1 to 500, or 0: without near, the radius for the next comune to be chosen
  std::vector<Filter> filters;  // in the order of fields_of(), each with at least one code
  std::vector<Filter> open;     // nodes of trees whose children are shown
  Sort sort = Sort::relevance;
  Scope scope = Scope::active;
  bool synonyms = true;  // sinonimi=no: only records with the words as typed
  std::size_t page = 1;  // from 1 to last_page
};

std::string path_of(Collection collection);  // "/offerte", "/curricula"

// Unknown names are passed over: other sites add their own to our addresses. invalid: an unknown
// code, a page or a radius that is no number.
Result<SearchState> read_state(Collection collection, const Parameters& parameters);
std::string address_of(const SearchState& state);
Query query_of(const SearchState& state);

bool has(const std::vector<Filter>& filters, std::string_view field, std::string_view code);

// The state one click away; all begin at the first page.
SearchState with_page(SearchState state, std::size_t page);
SearchState with_sort(SearchState state, Sort sort);
SearchState with_scope(SearchState state, Scope scope);
SearchState with_synonyms(SearchState state, bool synonyms);
// In these places instead of those before: near the comune, where it is one and there is a radius;
// else filtered by them. Without any: everywhere.
SearchState with_places(SearchState state, const std::vector<CodeIndex>& places);
SearchState without_radius(SearchState state);
SearchState with_words(SearchState state, std::string words);
// Adds the code, or takes it away where it is there. A tree holds no node together with one above
// it: the one chosen last stays.
SearchState toggled(SearchState state, std::string_view field, std::string_view code);
SearchState opened(SearchState state, std::string_view field, std::string_view code);
SearchState without_field(SearchState state, std::string_view field);
SearchState without_filters(SearchState state);

}  // namespace incontro::server
