#include "handlers/api_parts.h"

#include <incontro/fields.h>

#include <charconv>

#include "handlers/address_parts.h"

namespace incontro::server {

std::string read_number(const Texts& texts, const std::string& name, const std::string& value,
                        std::size_t most, std::size_t& into) {
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), into);
  if (error == std::errc{} && end == value.data() + value.size() && into <= most) return {};
  return texts.format("api.bad_number", {{"name", name}, {"most", std::int64_t(most)}});
}

std::string read_filter(const Texts& texts, Collection collection, std::string_view others,
                        const std::string& name, const std::string& value,
                        std::vector<Filter>& filters) {
  const auto place = find_field(collection, name);
  if (!place) {
    std::string known(others);
    for (const Field& field : fields_of(collection)) known.append(", ").append(field.name);
    return texts.format("api.unknown_parameter", {{"name", name}, {"known", known}});
  }
  if (!fields_of(collection)[*place].domain->find(value))
    return texts.format("api.unknown_code", {{"name", name}, {"code", value}});
  add_code(filters, name, value);
  return {};
}

Response json_response(std::string body) {
  Response response;
  response.type = json_type;
  response.body = std::move(body);
  return response;
}

}  // namespace incontro::server
