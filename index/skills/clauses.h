#pragma once

#include <string_view>
#include <vector>

namespace incontro {

// A piece of a text between commas, brackets and stronger signs.
struct Segment {
  std::string_view text;
  bool opens_clause;  // a full stop, colon, semicolon or the like stands before it
};

// All of the text in order, the signs apart.
std::vector<Segment> segments_of(std::string_view text);

}  // namespace incontro
