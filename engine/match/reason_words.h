#pragma once

#include <fmt/format.h>
#include <incontro/codes.h>

#include <string>
#include <string_view>
#include <vector>

namespace incontro {

enum class Tongue { italian, english };

// A text of the catalogue (reason_texts.h); {} are filled in.
struct Text {
  std::string_view italian, english;
  std::string_view in(Tongue tongue) const { return tongue == Tongue::italian ? italian : english; }
};

template <class... Arguments>
std::string say(Tongue tongue, const Text& text, const Arguments&... arguments) {
  return fmt::format(fmt::runtime(text.in(tongue)), arguments...);
}

// "a, b, c": the first six, and how many others there are.
std::string listed(Tongue tongue, const std::vector<std::string>& items);

// "24.000", "24,000".
std::string grouped(Tongue tongue, std::uint32_t number);

// A row's name, in Italian; empty for no_code.
std::string label_of(Table table, CodeIndex row);
// The names of the rows of a small table that are in a set.
std::vector<std::string> labels_of(Table table, std::uint32_t rows);

}  // namespace incontro
