#include "suggest/value_names.h"

#include <incontro/assert.h>
#include <incontro/fields.h>
#include <incontro/job_title_forms.h>

#include <algorithm>
#include <array>

#include "filter_names.h"

namespace incontro {
namespace {

constexpr std::array<std::string_view, 6> labelled_fields = {"contract", "mode",    "education",
                                                             "language", "licence", "sector"};

// A row of three columns; takes it off `rest`.
std::array<std::string_view, 3> take_row(std::string_view& rest) {
  std::string_view line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  std::array<std::string_view, 3> columns;
  for (std::string_view& column : columns) {
    column = line.substr(0, line.find('\t'));
    line.remove_prefix(std::min(column.size() + 1, line.size()));
  }
  return columns;
}

}  // namespace

ValueNames::ValueNames(const Analyzer& analyzer, Collection collection) {
  for (const std::string_view name : labelled_fields) {
    const auto field = find_field(collection, name);
    if (!field) continue;
    const FieldDomain& domain = *fields_of(collection)[*field].domain;
    for (CodeIndex value = 0; value < domain.unstated(); ++value)
      add(analyzer, domain.label(value), {std::string(name), std::string(domain.code(value))});
  }
  std::string_view rest = filter_names("filter_names_it.tsv");
  for (take_row(rest); !rest.empty();) {
    const auto [field, code, name] = take_row(rest);
    const auto place = find_field(collection, field);
    INCONTRO_ASSERT(place && fields_of(collection)[*place].domain->find(code) &&
                    "a name of a filter has an unknown field or code");
    add(analyzer, name, {std::string(field), std::string(code)});
  }
}

// Of a field the value that comes first: deeper ones often bear the name of the one above.
void ValueNames::add(const Analyzer& analyzer, std::string_view name, FieldValue value) {
  const std::vector<Token> words = analyzer.analyze(name);
  if (words.empty() || words.size() > longest) return;
  std::vector<FieldValue>& values = values_[key_of(words)];
  if (std::ranges::find(values, value.field, &FieldValue::field) == values.end())
    values.push_back(std::move(value));
}

std::string ValueNames::key_of(std::span<const Token> words) {
  std::string key;
  for (const Token& token : words)
    key.append(key.empty() ? "" : " ").append(fold_inflection(token.word));
  return key;
}

const std::vector<FieldValue>& ValueNames::find(std::span<const Token> words) const {
  static const std::vector<FieldValue> none;
  const auto found = values_.find(key_of(words));
  return found == values_.end() ? none : found->second;
}

}  // namespace incontro
