#include "cli/validators.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "cli/texts_it.h"

namespace incontro::cli {

CLI::Validator one_of(std::vector<std::string> choices) {
  return CLI::Validator(
      [choices = std::move(choices)](const std::string& value) -> std::string {
        if (std::find(choices.begin(), choices.end(), value) != choices.end()) return {};
        return fmt::format(texts::not_a_choice, value, fmt::join(choices, ", "));
      },
      "");
}

CLI::Validator number_between(std::uint64_t least, std::uint64_t most) {
  return CLI::Validator(
      [least, most](const std::string& value) -> std::string {
        std::uint64_t number = 0;
        const char* const end = value.data() + value.size();
        const auto [stopped, error] = std::from_chars(value.data(), end, number);
        if (error == std::errc{} && stopped == end && least <= number && number <= most) return {};
        return fmt::format(texts::not_a_number, value, least, most);
      },
      "");
}

}  // namespace incontro::cli
