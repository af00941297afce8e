#include "http/conditions.h"

#include <optional>

#include "http/ascii.h"

namespace incontro::server {
namespace {

// Takes the next part of a list, trimmed, up to the separator.
std::string_view take_part(std::string_view& list, char separator) {
  const std::size_t end = std::min(list.find(separator), list.size());
  const std::string_view part = trimmed(list.substr(0, end));
  list.remove_prefix(std::min(end + 1, list.size()));
  return part;
}

// "gzip;q=0" and "gzip; Q = 0.000" refuse; a weight that is none counts as 1.
bool is_refused(std::string_view parameters) {
  while (!parameters.empty()) {
    std::string_view value = take_part(parameters, ';');
    if (!same_ignoring_case(take_part(value, '='), "q")) continue;
    return value.starts_with('0') &&
           trimmed(value).find_first_not_of("0.") == std::string_view::npos;
  }
  return false;
}

}  // namespace

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  std::string_view rest = trimmed(if_none_match);
  if (rest == "*") return true;
  // Tags may hold commas: each is read from quote to quote.
  while (!rest.empty()) {
    if (rest.starts_with("W/")) rest.remove_prefix(2);
    const std::size_t close = rest.starts_with('"') ? rest.find('"', 1) : std::string_view::npos;
    if (close == std::string_view::npos) return false;
    if (rest.substr(0, close + 1) == tag) return true;
    rest.remove_prefix(close + 1);
    while (!rest.empty() && is_one_of(rest.front(), " \t,")) rest.remove_prefix(1);
  }
  return false;
}

bool takes_coding(std::string_view accept_encoding, std::string_view coding) {
  std::optional<bool> itself, any;
  while (!accept_encoding.empty()) {
    std::string_view part = take_part(accept_encoding, ',');
    const std::string_view name = take_part(part, ';');
    if (same_ignoring_case(name, coding)) itself = !is_refused(part);
    if (name == "*") any = !is_refused(part);
  }
  return itself.value_or(any.value_or(false));
}

}  // namespace incontro::server
