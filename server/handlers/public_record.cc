#include "handlers/public_record.h"

#include "handlers/errors.h"
#include "handlers/labels.h"
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

Response withdrawn(const Context& context, const View& view) {
  const Texts& texts = context.texts;
  const Collection collection = collection_of(view.record);
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

}  // namespace

std::optional<Response> refusal_of(const Context& context, const Request& request,
                                   const View& view) {
  if (system_of(view.record).kind == Kind::close || view.state == State::scheduled)
    return error_response(context.renderer, 404, request.path);
  if (view.state != State::withdrawn) return std::nullopt;
  return is_api(request.path) ? error_response(context.renderer, 410, request.path)
                              : withdrawn(context, view);
}

}  // namespace incontro::server
