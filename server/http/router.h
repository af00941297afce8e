#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "http/request.h"
#include "http/response.h"

namespace incontro::server {

struct Context;
using Handler = Response (*)(const Context&, const Request&);

// One address of the portal. `{...}` stands for one whole segment; `{...*}` for all that is left.
struct Route {
  Method method;  // get also answers HEAD
  std::string_view pattern;
  Handler handler;
};

struct Match {
  const Route* route = nullptr;  // null: no such address, or not with this method
  std::string capture;           // decoded
  std::string allow;             // methods that the address knows; empty: there is no such address
};

Match find_route(std::span<const Route> routes, Method method, std::string_view path);

}  // namespace incontro::server
