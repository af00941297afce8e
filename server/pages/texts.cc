#include "pages/texts.h"

#include <unicode/msgfmt.h>
#include <unicode/numberformatter.h>

#include <algorithm>
#include <vector>

#include "server_texts.h"

namespace incontro::server {
namespace {

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

icu::Formattable formattable(const Argument& argument) {
  if (const auto* number = std::get_if<std::int64_t>(&argument.value))
    return icu::Formattable(static_cast<std::int64_t>(*number));
  return icu::Formattable(from_utf8(std::get<std::string_view>(argument.value)));
}

}  // namespace

struct Texts::Numbers {
  icu::Locale locale;
  icu::number::LocalizedNumberFormatter grouped;
};

Texts::Texts(std::string_view language) : language_(language) {
  const icu::Locale locale(language_.c_str());
  numbers_ = std::make_unique<Numbers>(Numbers{
      locale, icu::number::NumberFormatter::withLocale(locale).grouping(UNUM_GROUPING_ON_ALIGNED)});
}
Texts::~Texts() = default;
Texts::Texts(Texts&&) noexcept = default;

Result<Texts> Texts::open(std::string_view language) {
  const std::string_view catalogue = server_texts(std::string(language) + ".tsv");
  if (catalogue.data() == nullptr)
    return Error{Code::not_found, "no texts in the language " + std::string(language)};
  return read(language, catalogue);
}

Result<Texts> Texts::read(std::string_view language, std::string_view catalogue) {
  Texts texts(language);
  std::size_t number = 0;
  while (!catalogue.empty()) {
    ++number;
    const std::size_t end = std::min(catalogue.find('\n'), catalogue.size());
    const std::string_view line = catalogue.substr(0, end);
    catalogue.remove_prefix(std::min(end + 1, catalogue.size()));
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0 || tab + 1 == line.size() ||
        !texts.texts_.emplace(line.substr(0, tab), line.substr(tab + 1)).second)
      return Error{Code::invalid, "texts: line " + std::to_string(number)};
  }
  return texts;
}

std::string Texts::get(std::string_view name) const {
  const auto found = texts_.find(name);
  return found == texts_.end() ? std::string(name) : found->second;
}

std::string Texts::format(std::string_view name, std::initializer_list<Argument> arguments) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat pattern(from_utf8(get(name)), numbers_->locale, status);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const Argument& argument : arguments) {
    names.push_back(from_utf8(argument.name));
    values.push_back(formattable(argument));
  }
  icu::UnicodeString out;
  if (U_SUCCESS(status))
    pattern.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), out,
                   status);
  return U_SUCCESS(status) ? to_utf8(out) : get(name);
}

std::string Texts::number(std::uint64_t number) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto out = numbers_->grouped.formatInt(static_cast<std::int64_t>(number), status);
  const icu::UnicodeString text = out.toString(status);
  return U_SUCCESS(status) ? to_utf8(text) : std::to_string(number);
}

}  // namespace incontro::server
