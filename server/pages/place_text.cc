#include "pages/place_text.h"

namespace incontro::server {

std::string box_text(const Places& places, const Texts& texts, std::string_view code) {
  const CodeTable& territory = code_table(Table::territory);
  const auto row = territory.find(code);
  if (!row) return {};
  const std::string_view label = territory.row(*row).label;
  for (const std::string& text :
       {std::string(label), place_label(code), texts.format("place.province", {{"name", label}})})
    if (const auto found = places.find(text).places; found.size() == 1 && found.front() == *row)
      return text;
  return {};
}

}  // namespace incontro::server
