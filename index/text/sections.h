#pragma once

#include <incontro/record.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace incontro {

// A piece of text to search, and how much each of its words counts.
struct Section {
  std::string_view text;
  std::uint32_t weight;
  bool prose;  // somebody's own words about work, neither the label of a code nor a name
};

// The searchable text of a record. REQUIRES: a public view (privacy.h), which must outlive the
// sections. A person's name and contacts are not searchable even where they are shown: nobody is
// found by name.
std::vector<Section> sections_of(const Record& record);

}  // namespace incontro
