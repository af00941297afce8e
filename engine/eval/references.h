#pragma once

#include <incontro/postings.h>

#include <string_view>

#include "eval/hits.h"

namespace incontro {

// The documents of which a code or reference ends as `name` says (reference_name(), names.h).
void find_reference(const Postings& postings, std::string_view name, Hits& hits);

}  // namespace incontro
