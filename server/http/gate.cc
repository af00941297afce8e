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

bool is_visible(std::string_view target) {
  return std::ranges::all_of(target, [](char c) { return c > 0x20 && c < 0x7F; });
}

// The scheme of an absolute target, with its slashes; "" of another.
std::string_view scheme_of(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"})
    if (same_ignoring_case(target.substr(0, scheme.size()), scheme))
      return target.substr(0, scheme.size());
  return {};
}

bool is_target(std::string_view target, std::string_view method) {
  if (target == "*") return method == "OPTIONS";
  if (!is_visible(target)) return false;
  return target.starts_with('/') ||
         (!scheme_of(target).empty() && is_host(split_target(target).host));
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

std::optional<Refusal> refuse(const Head& head) {
  if (head.version != 10 && head.version != 11) return Refusal{505, "version"};
  if (!is_token(head.method)) return Refusal{400, "method"};
  if (std::ranges::find(known_methods, head.method) == known_methods.end())
    return Refusal{501, "unknown method"};
  if (head.target.size() > most_target_bytes) return Refusal{414, "target too long"};
  if (!is_target(head.target, head.method)) return Refusal{400, "target"};
  if (head.fields.size() > most_fields) return Refusal{431, "too many fields"};
  for (const auto& [name, value] : head.fields)
    if (!is_token(name) || !is_field_value(value)) return Refusal{400, "field"};

  bool repeated = false;
  const auto host = only_value(head, "Host", repeated);
  const auto coding = only_value(head, "Transfer-Encoding", repeated);
  const auto length = only_value(head, "Content-Length", repeated);
  const auto expectation = only_value(head, "Expect", repeated);
  if (repeated) return Refusal{400, "repeated Host, Transfer-Encoding, Content-Length or Expect"};
  // Clients before 1.1, health checks among them, need not name the host; an empty one names none.
  if (!host && head.version == 11) return Refusal{400, "no host"};
  if (host && !host->empty() && !is_host(*host)) return Refusal{400, "host"};
  if (coding && length) return Refusal{400, "both Transfer-Encoding and Content-Length"};
  if (coding)
    return same_ignoring_case(*coding, "chunked") && head.version == 11
               ? Refusal{411, "a body without Content-Length"}
               : Refusal{400, "transfer encoding"};
  if (length && !is_digits(*length)) return Refusal{400, "content length"};
  if (expectation && !same_ignoring_case(*expectation, "100-continue"))
    return Refusal{417, "expectation"};
  return std::nullopt;
}

Target split_target(std::string_view target) {
  target = target.substr(0, target.find('#'));
  const std::string_view scheme = scheme_of(target);
  if (scheme.empty()) return {{}, std::string(target)};
  const std::string_view rest = target.substr(scheme.size());
  const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
  std::string path(rest.substr(end));
  if (!path.starts_with('/')) path.insert(0, 1, '/');
  return {rest.substr(0, end), std::move(path)};
}

}  // namespace incontro::server
