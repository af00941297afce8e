#pragma once

#include <string>
#include <string_view>

#include "http/url.h"

namespace incontro::server {

enum class Method : std::uint8_t { get, head, post, other };

// A request that passed the gate, body and all; nothing of the HTTP library.
struct Request {
  Method method = Method::get;
  std::string path;   // as sent, still percent-encoded, without the query
  std::string query;  // as sent, without the question mark
  std::string body;
  std::string host, origin, cookie, content_type, if_none_match;
  bool accepts_gzip = false;

  // Filled by the router.
  Parameters parameters;  // of the query
  std::string capture;    // what stood for {...} in the route, decoded
};

// The value of a cookie; "" when it was not sent.
std::string_view cookie_of(const Request& request, std::string_view name);

}  // namespace incontro::server
