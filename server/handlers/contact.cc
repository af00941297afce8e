#include <spdlog/spdlog.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "handlers/errors.h"
#include "handlers/handlers.h"
#include "http/ascii.h"
#include "http/clean_text.h"
#include "http/http_status.h"
#include "pages/pages.h"

namespace incontro::server {
namespace {

constexpr char form_name[] = "contatti";

// The portal's three offices; the names are those that the store keeps.
constexpr std::string_view offices[] = {"clic4help", "redazione", "albo-informatico"};

// One field of the form; lengths in characters.
struct Rule {
  const char* name;
  const char* autocomplete;
  std::size_t most;
  bool lines;  // may have several
};
constexpr Rule name_rule{"name", "name", 100, false};
constexpr Rule email_rule{"email", "email", 254, false};
constexpr Rule subject_rule{"subject", "", 150, false};
constexpr Rule text_rule{"message", "", 5'000, true};

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return !U8_IS_TRAIL(c); }));
}

// What a mail could be answered to; whether it exists only a mail can tell.
bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string_view::npos && std::ranges::none_of(text, [](char c) {
           return static_cast<unsigned char>(c) <= 0x20 || is_one_of(c, "<>,;\"()\\");
         });
}

FormField read_field(const Rule& rule, const Parameters& form, const Texts& texts) {
  const std::string name = rule.name;
  FormField field{name, texts.get("contact." + name),
                  std::string(trimmed(without_invisible(value_of(form, name)))), "",
                  rule.autocomplete};
  if (field.value.empty())
    field.error = texts.get("contact.missing_" + name);
  else if (characters(field.value) > rule.most)
    field.error = texts.format("contact.too_long",
                               {{"field", field.label}, {"most", std::int64_t(rule.most)}});
  else if (has_controls(field.value, rule.lines))
    field.error = texts.format("contact.controls", {{"field", field.label}});
  return field;
}

ContactPage read_form(const Parameters& form, const Texts& texts) {
  ContactPage page;
  const std::string_view chosen = value_of(form, "office");
  for (const std::string_view office : offices) {
    const std::string key = "office." + std::string(office);
    page.offices.push_back(
        {std::string(office), texts.get(key), texts.get(key + ".hint"), office == chosen});
  }
  if (std::ranges::find(offices, chosen) == std::end(offices))
    page.office_error = texts.get("contact.missing_office");
  page.name = read_field(name_rule, form, texts);
  page.email = read_field(email_rule, form, texts);
  if (page.email.error.empty() && !is_email(page.email.value))
    page.email.error = texts.get("contact.bad_email");
  page.subject = read_field(subject_rule, form, texts);
  page.text = read_field(text_rule, form, texts);
  return page;
}

bool is_good(const ContactPage& page) {
  return page.office_error.empty() && page.name.error.empty() && page.email.error.empty() &&
         page.subject.error.empty() && page.text.error.empty();
}

ContactPage empty_form(const Texts& texts) {
  ContactPage page = read_form({}, texts);
  page.office_error.clear();
  for (FormField* field : {&page.name, &page.email, &page.subject, &page.text})
    field->error.clear();
  return page;
}

Response form_response(const Context& context, const Request& request, ContactPage page,
                       unsigned status) {
  const auto ticket = context.forms.issue(request, form_name, context.clock.now());
  page.token = ticket.token;
  Response response;
  response.status = status;
  if (!ticket.set_cookie.empty()) response.headers.emplace_back("Set-Cookie", ticket.set_cookie);
  response.headers.emplace_back("Cache-Control", "no-store");
  response.body = contact_page(context.renderer, page);
  return response;
}

// All that makes two messages the same.
std::string content_of(const ContactMessage& message) {
  std::string content;
  for (const std::string* part :
       {&message.office, &message.name, &message.email, &message.subject, &message.text})
    content.append(*part).push_back('\0');
  return content;
}

bool is_form(const Request& request) {
  const std::string_view type = request.content_type;
  return same_ignoring_case(trimmed(type.substr(0, std::min(type.find(';'), type.size()))),
                            "application/x-www-form-urlencoded");
}

}  // namespace

Response contact_form(const Context& context, const Request& request) {
  return form_response(context, request, empty_form(context.texts), 200);
}

Response contact_send(const Context& context, const Request& request) {
  if (!is_form(request)) return error_response(context.renderer, 400, request.path);
  const auto form = parse_parameters(request.body);
  if (!form) return error_response(context.renderer, form.error(), request.path);
  ContactPage page = read_form(*form, context.texts);
  const Timestamp now = context.clock.now();
  if (!context.forms.accepts(request, form_name, value_of(*form, "token"), now,
                             context.public_url)) {
    page.failure = context.texts.get("contact.stale");
    return form_response(context, request, std::move(page), 403);
  }
  const Store& store = context.engine.store();
  if (!store.writable()) {
    page.failure = context.texts.get("contact.unavailable");
    return form_response(context, request, std::move(page), 503);
  }
  if (!is_good(page)) return form_response(context, request, std::move(page), 422);

  ContactMessage message;
  message.received = now;
  message.office = value_of(*form, "office");
  message.name = page.name.value;
  message.email = page.email.value;
  message.subject = page.subject.value;
  message.text = page.text.value;
  std::optional<Error> failure;
  const auto outcome = context.desk.take(
      request.client, value_of(*form, "token"), content_of(message), [&]() -> std::string {
        const auto number = context.engine.store().add_contact(message);
        if (number) return std::to_string(*number);
        failure = number.error();
        return {};
      });
  if (failure) {
    spdlog::error("a message was not kept: {}", printable(failure->message));
    page.failure = context.texts.get("contact.unavailable");
    return form_response(context, request, std::move(page), http_status(failure->code));
  }
  switch (outcome.verdict) {
    case FormDesk::Verdict::kept:
    case FormDesk::Verdict::repeated:
      return redirect(Url("/contatti/inviato").add("numero", outcome.number).text());
    case FormDesk::Verdict::used:
      page.failure = context.texts.format("contact.used", {{"number", outcome.number}});
      return form_response(context, request, std::move(page), 409);
    case FormDesk::Verdict::too_many:
      break;
  }
  page.failure = context.texts.get("contact.too_many");
  Response response = form_response(context, request, std::move(page), 429);
  response.headers.emplace_back("Retry-After", std::to_string(outcome.wait.count()));
  return response;
}

Response contact_thanks(const Context& context, const Request& request) {
  const std::string number(value_of(request.parameters, "numero"));
  if (number.empty() || number.size() > 20 || !std::ranges::all_of(number, is_digit))
    return error_response(context.renderer, 404, request.path);
  Response response;
  response.body = thanks_page(context.renderer, number);
  return response;
}

}  // namespace incontro::server
