#include "http/router.h"

#include <optional>

namespace incontro::server {
namespace {

// What the path has in the place of the pattern's braces ("" where it has none); nothing when they
// do not fit.
std::optional<std::string> fit(std::string_view pattern, std::string_view path) {
  const std::size_t brace = pattern.find('{');
  if (brace == std::string_view::npos)
    return pattern == path ? std::optional<std::string>("") : std::nullopt;
  if (!path.starts_with(pattern.substr(0, brace))) return std::nullopt;
  const std::string_view tail = pattern.substr(pattern.find('}') + 1);
  std::string_view rest = path.substr(brace);
  if (!rest.ends_with(tail)) return std::nullopt;
  rest.remove_suffix(tail.size());
  const bool whole_rest = pattern.ends_with("*}");
  if (rest.empty() || (!whole_rest && rest.find('/') != std::string_view::npos))
    return std::nullopt;
  auto decoded = percent_decode(rest);
  return decoded ? std::optional(std::move(*decoded)) : std::nullopt;
}

void allow(std::string& list, std::string_view method) {
  if (!list.empty()) list += ", ";
  list += method;
}

}  // namespace

Match find_route(std::span<const Route> routes, Method method, std::string_view path) {
  Match match;
  for (const Route& route : routes) {
    auto capture = fit(route.pattern, path);
    if (!capture) continue;
    allow(match.allow, route.method == Method::post ? "POST" : "GET, HEAD");
    const Method wanted = method == Method::head ? Method::get : method;
    if (match.route == nullptr && route.method == wanted) {
      match.route = &route;
      match.capture = std::move(*capture);
    }
  }
  if (!match.allow.empty()) allow(match.allow, "OPTIONS");
  return match;
}

}  // namespace incontro::server
