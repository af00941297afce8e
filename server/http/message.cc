#include "http/message.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/span_body.hpp>

#include "http/ascii.h"

namespace incontro::server {
namespace {

namespace http = boost::beast::http;

// Everything from our own origin; no script or style inside pages. Bootstrap Italia's style sheet
// carries its small pictures and one icon font as data addresses.
constexpr char content_policy[] =
    "default-src 'self'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

std::string_view view(boost::beast::string_view text) { return {text.data(), text.size()}; }

Method method_of(http::verb verb) {
  if (verb == http::verb::get) return Method::get;
  if (verb == http::verb::head) return Method::head;
  if (verb == http::verb::post) return Method::post;
  return Method::other;
}

// "gzip" is named and not with q=0; anything cleverer gets the plain bytes.
bool takes_gzip(std::string_view accepted) {
  const std::size_t at = accepted.find("gzip");
  if (at == std::string_view::npos) return false;
  const std::string_view rest = accepted.substr(at + 4);
  return !rest.substr(0, std::min(rest.find(','), rest.size())).starts_with(";q=0");
}

template <class Body>
void fill_header(http::response<Body>& message, const Response& response, bool keep_alive) {
  message.version(11);
  message.result(response.status);
  message.keep_alive(keep_alive);
  message.set(http::field::content_type, response.type);
  message.set("Content-Security-Policy", content_policy);
  message.set("X-Content-Type-Options", "nosniff");
  message.set("Referrer-Policy", "same-origin");
  message.set("Cross-Origin-Opener-Policy", "same-origin");
  message.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  for (const auto& [name, value] : response.headers) message.set(name, value);
  if (message.find(http::field::cache_control) == message.end())
    message.set(http::field::cache_control, "no-cache");
}

}  // namespace

Head head_of(const RawRequest& raw) {
  Head head;
  head.version = raw.version();
  head.method = view(raw.method_string());
  head.target = view(raw.target());
  for (const auto& field : raw)
    head.fields.emplace_back(view(field.name_string()), view(field.value()));
  return head;
}

Request request_of(RawRequest&& raw) {
  Request request;
  const auto text = [&](http::field field) { return std::string(view(raw[field])); };
  request.method = method_of(raw.method());
  const std::string_view target = view(raw.target());
  const std::size_t question = std::min(target.find('?'), target.size());
  request.path = target.substr(0, question);
  request.query = target.substr(std::min(question + 1, target.size()));
  request.host = text(http::field::host);
  request.origin = text(http::field::origin);
  request.cookie = text(http::field::cookie);
  request.content_type = text(http::field::content_type);
  request.if_none_match = text(http::field::if_none_match);
  request.accepts_gzip = takes_gzip(view(raw[http::field::accept_encoding]));
  request.body = std::move(raw.body());
  return request;
}

http::message_generator message_of(Response response, bool head, bool keep_alive) {
  const bool bodiless = response.status == 304;
  const std::size_t size = response.content().size();
  if (head || bodiless) {
    http::response<http::empty_body> message;
    fill_header(message, response, keep_alive);
    if (!bodiless) message.content_length(size);
    return message;
  }
  if (!response.embedded.empty()) {
    http::response<http::span_body<const char>> message;
    fill_header(message, response, keep_alive);
    message.body() = {response.embedded.data(), size};
    message.prepare_payload();
    return message;
  }
  http::response<http::string_body> message;
  fill_header(message, response, keep_alive);
  message.body() = std::move(response.body);
  message.prepare_payload();
  return message;
}

}  // namespace incontro::server
