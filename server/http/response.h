#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace incontro::server {

inline constexpr char html_type[] = "text/html; charset=utf-8";
inline constexpr char json_type[] = "application/json; charset=utf-8";

struct Response {
  unsigned status = 200;
  std::string type = html_type;
  std::string body;
  std::string_view embedded;  // sent instead of `body` where it is not empty; lives for ever
  std::vector<std::pair<std::string, std::string>> headers;  // names and values are ours, checked
  std::string_view route;  // for the log: the pattern, never the address with what people typed

  std::string_view content() const { return embedded.empty() ? std::string_view(body) : embedded; }
};

inline Response redirect(std::string target) {  // 303: to be fetched with GET
  Response response;
  response.status = 303;
  response.headers.emplace_back("Location", std::move(target));
  return response;
}

}  // namespace incontro::server
