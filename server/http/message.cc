#include "http/message.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/string_body.hpp>

#include "http/conditions.h"
#include "http/date.h"

namespace incontro::server {
namespace {

namespace http = boost::beast::http;

// Everything from our own origin; no script or style inside pages. Bootstrap Italia's style sheet
// carries its small pictures and one icon font as data addresses.
constexpr char content_policy[] =
    "default-src 'self'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

// A year, as browsers' lists of such sites ask.
constexpr char strict_transport[] = "max-age=31536000";

std::string_view view(boost::beast::string_view text) { return {text.data(), text.size()}; }

Method method_of(http::verb verb) {
  if (verb == http::verb::get) return Method::get;
  if (verb == http::verb::head) return Method::head;
  if (verb == http::verb::post) return Method::post;
  if (verb == http::verb::options) return Method::options;
  return Method::other;
}

// The values of a repeated field that is a list, as one.
std::string list_of(const RawRequest& raw, std::string_view name) {
  std::string list;
  const auto [begin, end] = raw.equal_range({name.data(), name.size()});
  for (auto field = begin; field != end; ++field)
    list.append(list.empty() ? "" : ", ").append(view(field->value()));
  return list;
}

template <class Body>
void fill_header(http::response<Body>& message, const Response& response, bool keep_alive,
                 bool https) {
  message.version(11);
  message.result(response.status);
  message.keep_alive(keep_alive);
  message.set(http::field::date, http_date(std::chrono::system_clock::now()));
  message.set(http::field::content_type, response.type);
  message.set("Content-Security-Policy", content_policy);
  message.set("X-Content-Type-Options", "nosniff");
  message.set("Referrer-Policy", "same-origin");
  message.set("Cross-Origin-Opener-Policy", "same-origin");
  message.set("Cross-Origin-Resource-Policy", "same-origin");
  message.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  if (https) message.set("Strict-Transport-Security", strict_transport);
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

RawRequest parse_head(std::string_view head, boost::system::error_code& error) {
  http::request_parser<http::empty_body> parser;
  parser.header_limit(static_cast<std::uint32_t>(head.size()) + 1);
  parser.skip(true);
  parser.put(boost::asio::buffer(head.data(), head.size()), error);
  if (!error && !parser.is_header_done()) error = http::error::partial_message;
  return parser.release();
}

Request request_of(const RawRequest& raw) {
  Request request;
  const auto text = [&](http::field field) { return std::string(view(raw[field])); };
  request.method = method_of(raw.method());
  const Target parts = split_target(view(raw.target()));
  const std::string& target = parts.path_and_query;
  const std::size_t question = std::min(target.find('?'), target.size());
  request.path = target.substr(0, question);
  request.query = target.substr(std::min(question + 1, target.size()));
  request.host = parts.host.empty() ? text(http::field::host) : std::string(parts.host);
  request.origin = text(http::field::origin);
  request.cookie = text(http::field::cookie);
  request.content_type = text(http::field::content_type);
  request.if_none_match = list_of(raw, "If-None-Match");
  request.accepts_gzip = takes_coding(list_of(raw, "Accept-Encoding"), "gzip");
  request.forwarded_for = list_of(raw, "X-Forwarded-For");
  return request;
}

http::message_generator message_of(Response response, bool head, bool keep_alive, bool https) {
  const bool bodiless = response.status == 304 || response.status == 204;
  const std::size_t size = response.content().size();
  if (head || bodiless) {
    http::response<http::empty_body> message;
    fill_header(message, response, keep_alive, https);
    if (!bodiless) message.content_length(size);
    return message;
  }
  if (!response.embedded.empty()) {
    http::response<http::span_body<const char>> message;
    fill_header(message, response, keep_alive, https);
    message.body() = {response.embedded.data(), size};
    message.prepare_payload();
    return message;
  }
  http::response<http::string_body> message;
  fill_header(message, response, keep_alive, https);
  message.body() = std::move(response.body);
  message.prepare_payload();
  return message;
}

}  // namespace incontro::server
