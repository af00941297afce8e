#include "settings.h"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <string>
#include <string_view>

namespace incontro {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool read_number(std::string_view text, int low, int high, int& value) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < low || number > high)
    return false;
  value = number;
  return true;
}

}  // namespace

Result<Settings> load_settings(const std::filesystem::path& file) {
  Settings settings;
  std::ifstream in(file);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::string_view content = trimmed(std::string_view(line).substr(0, line.find('#')));
    if (content.empty()) continue;
    const auto equals = content.find('=');
    const std::string_view name = trimmed(content.substr(0, equals));
    const std::string_view value =
        equals == std::string_view::npos ? "" : trimmed(content.substr(equals + 1));
    if (name != "validity_days" || !read_number(value, 1, 3'650, settings.validity_days))
      return Error{Code::invalid,
                   fmt::format("{}, line {}: expected `validity_days = N`, N from 1 to 3650",
                               file.string(), number)};
  }
  return settings;
}

Done create_settings(const std::filesystem::path& file) {
  if (std::filesystem::exists(file)) return ok;
  std::ofstream out(file);
  out << "# Days after its insertion or last change on which a record expires.\n"
      << "validity_days = " << default_validity_days << "\n";
  if (!out.flush()) return Error{Code::io, "cannot write " + file.string()};
  return ok;
}

}  // namespace incontro
