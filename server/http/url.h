#pragma once

#include <incontro/result.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace incontro::server {

// Names and values of a query or a form, decoded, in the order given.
using Parameters = std::vector<std::pair<std::string, std::string>>;

// Everything but letters, digits and - . _ ~ becomes %XX, so that C++, C#, A+ and R&D come through
// every link, form and proxy.
std::string percent_encode(std::string_view text);

// invalid: a % without two hexadecimal digits, a NUL byte, or what comes out is not UTF-8.
Result<std::string> percent_decode(std::string_view text);

// "a=1&b=x%20y", with + for a space. invalid: as above, or more than most_parameters.
Result<Parameters> parse_parameters(std::string_view text);

// The first value of that name; "" when there is none.
std::string_view value_of(const Parameters& parameters, std::string_view name);

// Puts an address together: Url("/offerte").add("q", "C++").text() is "/offerte?q=C%2B%2B".
class Url {
 public:
  explicit Url(std::string path) : text_(std::move(path)) {}
  Url& add(std::string_view name, std::string_view value);
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  bool has_query_ = false;
};

bool is_utf8(std::string_view text);

}  // namespace incontro::server
