#include "http/gate.h"

#include <algorithm>
#include <array>
#include <optional>

#include "http/ascii.h"
#include "http/limits.h"

namespace incontro::server {
namespace {

constexpr std::size_t most_length_digits = 15;  // fits 64 bits with room to spare
constexpr std::array<std::string_view, 7> known_methods = {"GET",    "HEAD",  "POST",   "PUT",
                                                           "DELETE", "PATCH", "OPTIONS"};

bool is_token(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return is_letter(c) || is_digit(c) || is_one_of(c, "!#$%&'*+-.^_`|~");
  });
}

bool is_field_value(std::string_view value) {
  return std::ranges::none_of(value, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7F;
  });
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.size() <= most_length_digits && std::ranges::all_of(text, is_digit);
}

// A name or an address, with a port or without: "lavoro.example.org:8080", "[::1]:8080".
bool is_host(std::string_view host) {
  std::string_view rest;
  if (host.starts_with('[')) {
    const std::size_t end = host.find(']');
    if (end == std::string_view::npos || end < 3) return false;
    if (host.substr(1, end - 1).find_first_not_of("0123456789abcdefABCDEF:.") !=
        std::string_view::npos)
      return false;
    rest = host.substr(end + 1);
  } else {
    const std::size_t end = std::min(host.find(':'), host.size());
    const std::string_view name = host.substr(0, end);
    if (name.empty() || name.size() > 253) return false;
    if (!std::ranges::all_of(
            name, [](char c) { return is_letter(c) || is_digit(c) || is_one_of(c, ".-_"); }))
      return false;
    rest = host.substr(end);
  }
  if (rest.empty()) return true;
  return rest.front() == ':' && rest.size() <= 6 && is_digits(rest.substr(1));
}

bool is_target(std::string_view target) {
  return target.size() <= most_target_bytes && target.starts_with('/') &&
         std::ranges::all_of(target, [](char c) { return c > 0x20 && c < 0x7F && c != '#'; });
}

// The one value of a field; `repeated` is set when there are several.
std::optional<std::string_view> only_value(const Head& head, std::string_view name,
                                           bool& repeated) {
  std::optional<std::string_view> found;
  for (const auto& [field, value] : head.fields) {
    if (!same_ignoring_case(field, name)) continue;
    repeated = repeated || found.has_value();
    found = value;
  }
  return found;
}

}  // namespace

std::string_view refuse(const Head& head) {
  if (head.version != 10 && head.version != 11) return "version";
  if (std::ranges::find(known_methods, head.method) == known_methods.end()) return "method";
  if (!is_target(head.target)) return "target";
  if (head.fields.size() > most_fields) return "too many fields";
  for (const auto& [name, value] : head.fields)
    if (!is_token(name) || !is_field_value(value)) return "field";

  bool repeated = false;
  const auto host = only_value(head, "Host", repeated);
  const auto coding = only_value(head, "Transfer-Encoding", repeated);
  const auto length = only_value(head, "Content-Length", repeated);
  if (repeated) return "repeated Host, Transfer-Encoding or Content-Length";
  if (!host || !is_host(*host)) return "host";
  if (coding && length) return "both Transfer-Encoding and Content-Length";
  if (coding && (head.version != 11 || !same_ignoring_case(*coding, "chunked")))
    return "transfer encoding";
  if (length && !is_digits(*length)) return "content length";
  return {};
}

}  // namespace incontro::server
