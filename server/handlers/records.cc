#include "handlers/errors.h"
#include "handlers/handlers.h"
#include "handlers/labels.h"
#include "handlers/public_record.h"
#include "handlers/record_model.h"
#include "pages/pages.h"

namespace incontro::server {
namespace {

Response show(const Context& context, const Request& request, Collection collection) {
  const auto view = context.engine.show({collection, request.capture});
  if (!view) return error_response(context.renderer, view.error(), request.path);
  if (auto refusal = refusal_of(context, request, *view)) return std::move(*refusal);

  Response response;
  if (view->state == State::expired) response.status = 410;
  const std::string address = context.public_url.empty()
                                  ? std::string()
                                  : context.public_url + record_path(collection, request.capture);
  const Date today = context.clock.today();
  response.body =
      record_page(context.renderer, collection == Collection::vacancies
                                        ? make_vacancy_page(*view, context.texts, today, address)
                                        : make_cv_page(*view, context.texts, today));
  if (collection == Collection::cvs) response.headers.emplace_back("X-Robots-Tag", "noindex");
  return response;
}

}  // namespace

Response show_vacancy(const Context& context, const Request& request) {
  return show(context, request, Collection::vacancies);
}

Response show_cv(const Context& context, const Request& request) {
  return show(context, request, Collection::cvs);
}

}  // namespace incontro::server
