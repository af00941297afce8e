#include "handlers/address_parts.h"

#include <incontro/fields.h>

#include <algorithm>
#include <string>

namespace incontro::server {

Error not_understood(std::string_view name, std::string_view value) {
  return {Code::invalid, std::string(name) + "=" + std::string(value)};
}

void add_code(std::vector<Filter>& filters, std::string_view field, std::string_view code) {
  auto found = std::ranges::find(filters, field, &Filter::field);
  if (found == filters.end()) found = filters.insert(found, Filter{std::string(field), {}});
  if (std::ranges::find(found->codes, code) == found->codes.end()) found->codes.emplace_back(code);
}

Done add_known(Collection collection, std::vector<Filter>& filters, std::string_view field,
               std::string_view code) {
  const auto place = find_field(collection, field);
  if (!place || !fields_of(collection)[*place].domain->find(code))
    return not_understood(field, code);
  add_code(filters, field, code);
  return ok;
}

void sort_by_field(Collection collection, std::vector<Filter>& filters) {
  std::ranges::stable_sort(
      filters, {}, [&](const Filter& filter) { return find_field(collection, filter.field); });
}

}  // namespace incontro::server
