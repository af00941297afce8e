#pragma once

#include <string>
#include <vector>

namespace incontro::cli {

// The whole program: understands the arguments (without the program's name), runs one verb and
// gives the exit status (verb.h). Results go to stdout, everything else to stderr.
int run(std::vector<std::string> arguments);

// Puts the exclusions of a search (`-pizzeria`) behind a `--`, so that they are not read as
// options: search vacancies cuoco -pizzeria --limit 3 -> ... cuoco --limit 3 -- -pizzeria.
// Their place among the words does not matter. -h stays an option.
std::vector<std::string> with_exclusions_last(const std::vector<std::string>& arguments);

}  // namespace incontro::cli
