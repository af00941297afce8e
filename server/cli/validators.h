#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace incontro::cli {

// CLI11's own validators speak English, and its conversion takes -3 for a huge number.
CLI::Validator one_of(std::vector<std::string> choices);
CLI::Validator number_between(std::uint64_t least, std::uint64_t most);  // digits only

}  // namespace incontro::cli
