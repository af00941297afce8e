#pragma once

#include <string>
#include <string_view>

#include "http/url.h"

namespace incontro::server {

enum class Method : std::uint8_t { get, head, post, options, other };

// Whom a request counts for (client.h).
struct Client {
  std::string name;    // "192.0.2.7", "2001:db8:0:1::/64"
  bool local = false;  // this machine: the administrator, or a proxy that does not say for whom
};

// A request that passed the gate, body and all; nothing of the HTTP library.
struct Request {
  Method method = Method::get;
  std::string path;   // as sent, still percent-encoded, without the query
  std::string query;  // as sent, without the question mark
  std::string body;
  std::string host, origin, cookie, content_type, if_none_match;
  std::string forwarded_for;  // X-Forwarded-For: whoever sent it, so worth what its sender is
  bool accepts_gzip = false;
  Client client;  // whom it counts for

  // Filled by the router.
  Parameters parameters;  // of the query
  std::string capture;    // what stood for {...} in the route, decoded
};

// The value of a cookie; "" when it was not sent.
std::string_view cookie_of(const Request& request, std::string_view name);

}  // namespace incontro::server
