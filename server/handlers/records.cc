#include "handlers/errors.h"
#include "handlers/handlers.h"
#include "handlers/labels.h"
#include "handlers/record_model.h"
#include "handlers/search_state.h"
#include "pages/pages.h"

namespace incontro::server {
namespace {

constexpr int most_successors = 100;  // followed until one that stands

// The record that took the place of a withdrawn one, if it can be seen; "" after a closure.
std::string standing_successor(const Engine& engine, Collection collection, std::string code) {
  for (int i = 0; i < most_successors && !code.empty(); ++i) {
    const auto view = engine.show({collection, code});
    if (!view || system_of(view->record).kind == Kind::close) return {};
    if (view->state == State::active || view->state == State::expired) return code;
    code = view->successor;
  }
  return {};
}

Response withdrawn(const Context& context, Collection collection, const View& view) {
  const Texts& texts = context.texts;
  const bool vacancy = collection == Collection::vacancies;
  MessagePage page;
  page.status = 410;
  page.title = texts.get(vacancy ? "gone.vacancy_title" : "gone.cv_title");
  const std::string successor = standing_successor(context.engine, collection, view.successor);
  page.text = texts.get(successor.empty() ? "gone.closed" : "gone.superseded");
  if (!successor.empty())
    page.links.push_back({texts.get("gone.successor"), record_path(collection, successor)});
  page.links.push_back(
      {texts.get(vacancy ? "gone.search_vacancies" : "gone.search_cvs"), path_of(collection)});
  Response response;
  response.status = 410;
  response.body = message_page(context.renderer, page);
  return response;
}

Response show(const Context& context, const Request& request, Collection collection) {
  const auto view = context.engine.show({collection, request.capture});
  if (!view) return error_response(context.renderer, view.error(), request.path);
  // A closure is a communication, not something to read; what is to come is not public yet.
  if (system_of(view->record).kind == Kind::close || view->state == State::scheduled)
    return error_response(context.renderer, 404, request.path);
  if (view->state == State::withdrawn) return withdrawn(context, collection, *view);

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
