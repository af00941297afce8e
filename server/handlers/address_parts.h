#pragma once

#include <incontro/query.h>
#include <incontro/result.h>

#include <charconv>
#include <string_view>
#include <vector>

// What the addresses of pages share: filters and numbers.
namespace incontro::server {

// invalid: a parameter's value that means nothing.
Error not_understood(std::string_view name, std::string_view value);

// From `least` to `most`, both included.
template <class Number>
Done read_number(std::string_view name, std::string_view value, Number least, Number most,
                 Number& into) {
  const char* const last = value.data() + value.size();
  const auto [end, error] = std::from_chars(value.data(), last, into);
  if (error != std::errc{} || end != last || into < least || into > most)
    return not_understood(name, value);
  return ok;
}

// Adds a code to the filter on its field, once.
void add_code(std::vector<Filter>& filters, std::string_view field, std::string_view code);
// The same; invalid: the collection has no such field, or that no such code.
Done add_known(Collection collection, std::vector<Filter>& filters, std::string_view field,
               std::string_view code);
void sort_by_field(Collection collection, std::vector<Filter>& filters);

}  // namespace incontro::server
