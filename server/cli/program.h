#pragma once

#include <string>
#include <vector>

namespace incontro::cli {

// The whole program: understands the arguments (without the program's name), runs one verb and
// gives the exit status (verb.h). Results go to stdout, everything else to stderr.
int run(std::vector<std::string> arguments);

// Puts a space before the exclusions of a search (`-pizzeria`, and all that follows a `--`), so
// that they are not read as options; spaces between words mean nothing to the engine. -h stays an
// option.
std::vector<std::string> with_exclusions_as_words(const std::vector<std::string>& arguments);

}  // namespace incontro::cli
