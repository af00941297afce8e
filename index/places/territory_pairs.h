#pragma once

#include <incontro/codes.h>

#include <string_view>
#include <utility>
#include <vector>

namespace incontro {

// The rows of a file of data/territory, which has two columns below a header: a code of the
// territory table, and what belongs to it. Views point into the program's own bytes. A file that
// breaks the form is a mistake of ours and trips an assertion.
std::vector<std::pair<CodeIndex, std::string_view>> territory_pairs(std::string_view file);

}  // namespace incontro
