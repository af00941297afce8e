#include "handlers/errors.h"
#include "handlers/handlers.h"
#include "json/replies.h"

namespace incontro::server {

Response health(const Context& context, const Request&) {
  Response response;
  response.type = json_type;
  const Done writable = context.engine.store().writable();
  if (!writable) response.status = 503;
  response.body = json::health_reply(context.engine.store().last(),
                                     writable ? std::string_view() : writable.error().message);
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

// Vacancies want to be found; people do not.
Response robots(const Context&, const Request&) {
  Response response;
  response.type = "text/plain; charset=utf-8";
  response.body =
      "User-agent: *\nDisallow: /api/\nDisallow: /curricula\nDisallow: /offerte/*/candidati\n"
      "Disallow: /contatti/inviato\n";
  return response;
}

Response favicon(const Context& context, const Request& request) {
  return context.files.answer(request, context.files.root().substr(8) + "favicon.svg");
}

Response static_file(const Context& context, const Request& request) {
  Response response = context.files.answer(request, request.capture);
  return response.status == 404 ? error_response(context.renderer, 404, request.path) : response;
}

}  // namespace incontro::server
