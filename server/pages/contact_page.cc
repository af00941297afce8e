#include "pages/pages.h"

namespace incontro::server {
namespace {

Node field(const FormField& field) {
  return Node()
      .set("name", field.name)
      .set("label", field.label)
      .set("value", field.value)
      .set("error", field.error)
      .set("autocomplete", field.autocomplete);
}

}  // namespace

std::string contact_page(const Renderer& renderer, const ContactPage& page) {
  std::vector<LinkModel> errors;
  if (!page.office_error.empty()) errors.push_back({page.office_error, "#office-0"});
  for (const FormField* f : {&page.name, &page.email, &page.subject, &page.text})
    if (!f->error.empty()) errors.push_back({f->error, "#" + f->name});
  Node model;
  std::size_t number = 0;
  model.set("title", renderer.texts().get("contact.title"))
      .set("no_index", false)
      .set("at_contacts", true)
      .set("token", page.token)
      .set("failure", page.failure)
      .set("has_errors", !errors.empty())
      .set("office_error", page.office_error)
      .set("message", field(page.text))
      .list("errors", errors, link)
      .list("offices", page.offices,
            [&](const FormChoice& choice) {
              return Node()
                  .set("id", "office-" + std::to_string(number++))
                  .set("value", choice.value)
                  .set("label", choice.label)
                  .set("hint", choice.hint)
                  .set("selected", choice.selected);
            })
      .list("fields", std::vector{page.name, page.email, page.subject}, field);
  return renderer.page("contact", model);
}

std::string thanks_page(const Renderer& renderer, const std::string& number) {
  Node model;
  model.set("title", renderer.texts().get("thanks.title"))
      .set("no_index", true)
      .set("at_contacts", true)
      .set("number", number);
  return renderer.page("contact_thanks", model);
}

}  // namespace incontro::server
