#include "cli/query_options.h"

#include <fmt/core.h>
#include <fmt/ranges.h>
#include <incontro/fields.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/texts_it.h"
#include "cli/validators.h"

namespace incontro::cli {
namespace {

constexpr std::uint64_t most_hits = 1000;
constexpr std::size_t most_codes_shown = 40;  // of a small field, when a code is unknown

std::string read_filter(const std::string& text, Collection collection,
                        std::vector<Filter>& filters) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) return fmt::format(texts::bad_filter, text);
  const std::string field = text.substr(0, equals), code = text.substr(equals + 1);
  const char* const name = collection == Collection::cvs ? "cvs" : "vacancies";
  std::vector<std::string_view> names;
  for (const Field& f : fields_of(collection)) names.push_back(f.name);
  const auto place = find_field(collection, field);
  if (!place) return fmt::format(texts::unknown_field, field, name, fmt::join(names, ", "));
  const FieldDomain& domain = *fields_of(collection)[*place].domain;
  if (!domain.find(code)) {
    if (domain.size() > most_codes_shown)
      return fmt::format(texts::unknown_code, field, code, name, fmt::join(names, ", "));
    std::vector<std::string_view> codes;
    for (std::size_t i = 0; i < domain.size(); ++i)
      codes.push_back(domain.code(static_cast<CodeIndex>(i)));
    return fmt::format(texts::some_codes, field, code, fmt::join(codes, ", "));
  }
  const auto same = std::find_if(filters.begin(), filters.end(),
                                 [&](const Filter& f) { return f.field == field; });
  if (same == filters.end())
    filters.push_back({field, {code}});
  else
    same->codes.push_back(code);
  return {};
}

}  // namespace

void add_filters(CLI::App& app, const char* name, std::vector<std::string>& values,
                 const char* text) {
  app.add_option(name, values, text)->allow_extra_args(false)->type_name(texts::filter_type);
}

std::string read_filters(const std::vector<std::string>& values, Collection collection,
                         std::vector<Filter>& filters) {
  for (const std::string& value : values)
    if (std::string wrong = read_filter(value, collection, filters); !wrong.empty()) return wrong;
  return {};
}

void add_page(CLI::App& app, std::size_t& limit, std::size_t& offset, std::uint64_t most_offset) {
  app.add_option("--limit", limit, texts::limit)
      ->check(number_between(0, most_hits))
      ->type_name(texts::number_type);
  app.add_option("--offset", offset, texts::offset)
      ->check(number_between(0, most_offset))
      ->type_name(texts::number_type);
}

}  // namespace incontro::cli
