#include "decode/field_reader.h"

#include <algorithm>

namespace incontro {
namespace {

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void FieldReader::refuse(const Element& element, const char* rule, const char* reason) {
  findings_.push_back(
      {Grade::blocking, rule, element.line, path_ + "/" + std::string(element.name), reason});
}

void FieldReader::digits(std::string_view name, std::string& value) {
  const Element* child = here_->child(name);
  if (child == nullptr) return;
  value = child->text;
  if (!all_digits(value)) refuse(*child, "schema.digits", "Sono ammesse solo le cifre da 0 a 9.");
}

void FieldReader::number(std::string_view name, int& value) {
  std::string text;
  digits(name, text);
  value = all_digits(text) && !text.empty() ? std::stoi(text) : 0;
}

void FieldReader::date(std::string_view name, Date& value) {
  std::optional<Date> read;
  date(name, read);
  if (read) value = *read;
}

void FieldReader::date(std::string_view name, std::optional<Date>& value) {
  const Element* child = here_->child(name);
  if (child == nullptr) return;
  value = parse_date(child->text);
  if (!value) refuse(*child, "schema.date-range", "L'anno deve essere fra 0001 e 9999.");
}

void FieldReader::stamp(std::string_view name, Timestamp& value) {
  const Element* child = here_->child(name);
  if (child == nullptr) return;
  if (const auto read = parse_timestamp(child->text))
    value = *read;
  else
    refuse(*child, "schema.date-range", "L'anno deve essere fra 0001 e 9999.");
}

}  // namespace incontro
