#pragma once

#include <incontro/answer.h>

#include "json/parts.h"

namespace incontro::json {

// What a list of results shows of a record; of a CV, of that wanted job.
void put_card(object& to, const View& view, std::size_t availability = 0);

}  // namespace incontro::json
