#include <algorithm>

#include "handlers/errors.h"
#include "handlers/handlers.h"
#include "handlers/search_state.h"
#include "pages/pages.h"

namespace incontro::server {
namespace {

constexpr std::size_t most_links = 40;       // of a list: all regions and the foreign countries
constexpr std::size_t most_professions = 9;  // the great groups

std::vector<CountedLink> links_of(const Answer& answer, std::string_view field, std::size_t most,
                                  const Texts& texts) {
  std::vector<CountedLink> links;
  const auto facet = std::ranges::find(answer.facets, field, &Facet::field);
  if (facet == answer.facets.end()) return links;
  for (const FacetValue& value : facet->values) {
    if (links.size() == most) break;
    if (value.level > 0 || value.code == "-") continue;
    links.push_back({std::string(value.label), texts.number(value.count),
                     address_of(toggled(SearchState{}, field, value.code))});
  }
  return links;
}

Result<Answer> counted(const Engine& engine, Collection collection) {
  Query query;
  query.collection = collection;
  query.limit = 0;
  query.facets = collection == Collection::vacancies;
  return engine.search(query);
}

}  // namespace

Response home(const Context& context, const Request& request) {
  const auto vacancies = counted(context.engine, Collection::vacancies);
  if (!vacancies) return error_response(context.renderer, vacancies.error(), request.path);
  const auto cvs = counted(context.engine, Collection::cvs);
  if (!cvs) return error_response(context.renderer, cvs.error(), request.path);
  HomePage page;
  page.vacancies = context.texts.number(vacancies->total);
  page.cvs = context.texts.number(cvs->total);
  page.regions = links_of(*vacancies, "territory", most_links, context.texts);
  page.contracts = links_of(*vacancies, "contract", most_links, context.texts);
  page.professions = links_of(*vacancies, "profession", most_professions, context.texts);
  Response response;
  response.body = home_page(context.renderer, page);
  return response;
}

}  // namespace incontro::server
