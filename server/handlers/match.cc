#include "handlers/errors.h"
#include "handlers/handlers.h"
#include "handlers/match_model.h"
#include "handlers/match_state.h"
#include "handlers/public_record.h"
#include "http/limits.h"
#include "pages/pages.h"

namespace incontro::server {
namespace {

Response match(const Context& context, const Request& request, Collection collection) {
  const RecordCode question{collection, request.capture};
  const auto view = context.engine.show(question);
  if (!view) return error_response(context.renderer, view.error(), request.path);
  if (auto refusal = refusal_of(context, request, *view)) return std::move(*refusal);

  const auto state = read_match_state(question, request.parameters);
  if (!state) return error_response(context.renderer, state.error(), request.path);
  if (address_of(*state).size() > most_address_bytes)
    return error_response(context.renderer, 414, request.path);
  if (is_from_form(request.parameters)) return redirect(address_of(*state));
  const auto answer = context.engine.match(request_of(*state));
  if (!answer) return error_response(context.renderer, answer.error(), request.path);
  if (answer->results.empty() && answer->total > 0)  // a page past the last one
    return redirect(address_of(with_page(*state, 1)));

  Response response;
  response.headers.emplace_back("X-Robots-Tag", "noindex");
  response.body =
      match_page(context.renderer, make_match_page(*state, *view, *answer, context.places,
                                                   context.texts, context.clock.today()));
  return response;
}

}  // namespace

Response candidates(const Context& context, const Request& request) {
  return match(context, request, Collection::vacancies);
}

Response suitable_vacancies(const Context& context, const Request& request) {
  return match(context, request, Collection::cvs);
}

}  // namespace incontro::server
