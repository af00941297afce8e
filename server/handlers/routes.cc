#include "handlers/routes.h"

#include "handlers/errors.h"
#include "handlers/handlers.h"

namespace incontro::server {
namespace {

constexpr Route table[] = {
    {Method::get, "/", home},
    {Method::get, "/offerte", search_vacancies},
    {Method::get, "/offerte/{code}", show_vacancy},
    {Method::get, "/offerte/{code}/candidati", candidates},
    {Method::get, "/curricula", search_cvs},
    {Method::get, "/curricula/{code}", show_cv},
    {Method::get, "/curricula/{code}/offerte", suitable_vacancies},
    {Method::get, "/contatti", contact_form},
    {Method::post, "/contatti", contact_send},
    {Method::get, "/contatti/inviato", contact_thanks},
    {Method::get, "/api/v1/vacancies", api_search_vacancies},
    {Method::get, "/api/v1/vacancies/{code}", api_show_vacancy},
    {Method::get, "/api/v1/vacancies/{code}/candidates", api_candidates},
    {Method::get, "/api/v1/cvs", api_search_cvs},
    {Method::get, "/api/v1/cvs/{code}", api_show_cv},
    {Method::get, "/api/v1/cvs/{code}/vacancies", api_suitable_vacancies},
    {Method::get, "/api/v1/professions", api_professions},
    {Method::get, "/api/v1/suggest", api_suggest},
    {Method::get, "/healthz", health},
    {Method::get, "/robots.txt", robots},
    {Method::get, "/favicon.ico", favicon},
    {Method::get, "/static/{file*}", static_file},
};

}  // namespace

std::span<const Route> routes() { return table; }

Response dispatch(const Context& context, Request request) {
  Match match = find_route(table, request.method, request.path);
  if (match.route == nullptr) {
    Response response =
        error_response(context.renderer, match.allow.empty() ? 404 : 405, request.path);
    if (!match.allow.empty()) response.headers.emplace_back("Allow", match.allow);
    return response;
  }
  auto parameters = parse_parameters(request.query);
  if (!parameters) return error_response(context.renderer, parameters.error(), request.path);
  request.parameters = std::move(*parameters);
  request.capture = std::move(match.capture);
  Response response = match.route->handler(context, request);
  response.route = match.route->pattern;
  return response;
}

}  // namespace incontro::server
