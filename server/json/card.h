#pragma once

#include <incontro/answer.h>

#include "json/parts.h"

namespace incontro::json {

// What a list of results shows of a record.
void put_card(object& to, const View& view);

}  // namespace incontro::json
