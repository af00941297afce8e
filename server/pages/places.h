#pragma once

#include <incontro/codes.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pages/texts.h"

namespace incontro::server {

// The names along a place's line in the territory table; empty where there is none.
struct PlaceNames {
  std::string_view place, province, province_code, region, region_code;
  bool abroad = false;
};
PlaceNames names_of(std::string_view place_code);

// "Bologna (BO)", "Emilia-Romagna", "Francia"
std::string place_label(std::string_view place_code);

// Understands what people type in the box "dove". Immutable; any thread.
class Places {
 public:
  explicit Places(const Texts& texts);

  // The territory codes that the text names in full, whatever its case and accents: a comune
  // ("Bologna", "Castro (BG)", "Bozen"), else a province ("BO", "Provincia di Bologna"), else a
  // foreign state; a region before all. Several for comuni of the same name; none: no such place.
  std::vector<std::string> find(std::string_view typed) const;
  // What to show in the box for a code: find() gives it back, and nothing else. "": there is no
  // such text.
  std::string box_text(std::string_view code) const;

 private:
  const Texts& texts_;
  std::map<std::string, std::vector<CodeIndex>, std::less<>> by_name_;
};

}  // namespace incontro::server
