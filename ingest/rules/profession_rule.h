#pragma once

#include <incontro/codes.h>

#include <string>
#include <string_view>

#include "rules/report.h"

namespace incontro {

// The words for a profession speak of its code, as far as can be told. `path`: of the words.
void title_fits_code(std::string_view title, const ProfessionCode& code, const std::string& path,
                     Report& report);

}  // namespace incontro
