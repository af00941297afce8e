#include "pages/pages.h"

namespace incontro::server {

std::string message_page(const Renderer& renderer, const MessagePage& page) {
  Node model;
  model.set("title", page.title)
      .set("no_index", true)
      .set("text", page.text)
      .set("status", std::to_string(page.status))
      .list("links", page.links, link);
  return renderer.page("message", model);
}

}  // namespace incontro::server
