#pragma once

#include <incontro/places.h>

#include <string>
#include <string_view>

#include "pages/texts.h"

namespace incontro::server {

// What to show in the box "dove" for a code: places.find() gives it back, and nothing else. "":
// there is no such text.
std::string box_text(const Places& places, const Texts& texts, std::string_view code);

}  // namespace incontro::server
