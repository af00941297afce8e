#pragma once

#include <incontro/query.h>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "http/response.h"
#include "pages/texts.h"

// What the addresses under /api share. Readers give "" or what is wrong with the parameter, and
// what would be right.
namespace incontro::server {

// `most` included.
std::string read_number(const Texts& texts, const std::string& name, const std::string& value,
                        std::size_t most, std::size_t& into);

// `into` becomes the place of the value among the choices.
template <class T>
std::string read_choice(const Texts& texts, const std::string& name, const std::string& value,
                        std::initializer_list<std::string_view> choices, T& into) {
  std::string known;
  int place = 0;
  for (const std::string_view one : choices) {
    if (value == one) {
      into = static_cast<T>(place);
      return {};
    }
    known.append(known.empty() ? "" : ", ").append(one);
    ++place;
  }
  return texts.format("api.bad_choice", {{"name", name}, {"known", known}});
}

// A field of the collection and one of its codes. `others`: the parameters that are no fields, for
// the message about an unknown one.
std::string read_filter(const Texts& texts, Collection collection, std::string_view others,
                        const std::string& name, const std::string& value,
                        std::vector<Filter>& filters);

Response json_response(std::string body);

}  // namespace incontro::server
