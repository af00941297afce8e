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

namespace {

Response options_reply(std::string allow) {
  Response response;
  response.status = 204;
  response.headers = {{"Allow", std::move(allow)}};
  return response;
}

// "/offerte/" is "/offerte": the address that a route knows, or "".
std::string without_slashes(const Request& request) {
  const std::size_t end = request.path.find_last_not_of('/') + 1;
  if (end == 0 || end == request.path.size()) return {};
  std::string path = request.path.substr(0, end);
  return find_route(table, request.method, path).allow.empty() ? std::string() : path;
}

// 308: the method and the form stay.
Response moved(const Request& request, std::string path) {
  if (!request.query.empty()) path.append("?").append(request.query);
  Response response;
  response.status = 308;
  response.headers = {{"Location", std::move(path)}};
  return response;
}

}  // namespace

Response dispatch(const Context& context, Request request) {
  if (request.path == "*") return options_reply("GET, HEAD, POST, OPTIONS");
  Match match = find_route(table, request.method, request.path);
  if (match.route == nullptr) {
    if (request.method == Method::options && !match.allow.empty())
      return options_reply(std::move(match.allow));
    if (std::string path = without_slashes(request); match.allow.empty() && !path.empty())
      return moved(request, std::move(path));
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
