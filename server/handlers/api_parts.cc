#include "handlers/api_parts.h"

#include <charconv>

namespace incontro::server {

std::string read_number(const Texts& texts, const std::string& name, const std::string& value,
                        std::size_t most, std::size_t& into) {
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), into);
  if (error == std::errc{} && end == value.data() + value.size() && into <= most) return {};
  return texts.format("api.bad_number", {{"name", name}, {"most", std::int64_t(most)}});
}

Response json_response(std::string body) {
  Response response;
  response.type = json_type;
  response.body = std::move(body);
  return response;
}

}  // namespace incontro::server
