#include "handlers/errors.h"
#include "handlers/handlers.h"
#include "handlers/search_help.h"
#include "handlers/search_model.h"
#include "handlers/search_state.h"
#include "http/limits.h"
#include "pages/pages.h"

namespace incontro::server {
namespace {

Response search(const Context& context, const Request& request, Collection collection) {
  const auto state = read_state(collection, request.parameters);
  if (!state) return error_response(context.renderer, state.error(), request.path);
  if (address_of(*state).size() > most_address_bytes)
    return error_response(context.renderer, 414, request.path);
  if (!state->place.empty()) {
    const FoundPlaces found = context.places.find(state->place);
    const bool named = !found.places.empty() && kind_of(found.places.front()) != PlaceKind::former;
    if (named || found.everywhere) return redirect(address_of(with_places(*state, found.places)));
  }

  const auto answer = context.engine.search(query_of(*state));
  if (!answer) return error_response(context.renderer, answer.error(), request.path);
  if (answer->hits.empty() && answer->total > 0)  // a page past the last one
    return redirect(address_of(with_page(*state, 1)));

  SearchPage page =
      make_search_page(*state, *answer, context.places, context.texts, context.clock.today());
  if (const Done done = add_help(context, *state, answer->total, page); !done)
    return error_response(context.renderer, done.error(), request.path);
  Response response;
  response.body = search_page(context.renderer, page);
  return response;
}

}  // namespace

Response search_vacancies(const Context& context, const Request& request) {
  return search(context, request, Collection::vacancies);
}

Response search_cvs(const Context& context, const Request& request) {
  return search(context, request, Collection::cvs);
}

}  // namespace incontro::server
