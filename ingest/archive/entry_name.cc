#include "archive/entry_name.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>

#include "xml/encoding.h"
#include "xml/utf8.h"

namespace incontro {
namespace {

// Characters that change how a line is read: controls, line separators, directions.
bool is_deceptive(std::uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool has_deceptive(std::string_view name) {
  if (first_bad_utf8(name) != std::string_view::npos) return true;
  for (std::size_t at = 0; at < name.size();) {
    const auto [c, length] = character_at(name, at);
    if (is_deceptive(c)) return true;
    at += length;
  }
  return false;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool climbs(std::string_view name) {
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t slash = std::min(name.find('/', at), name.size());
    if (name.substr(at, slash - at) == "..") return true;
    at = slash + 1;
  }
  return false;
}

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

std::string with_slashes(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '\\', '/');
  return out;
}

std::string place_of_name(std::string_view name) {
  std::string out;
  while (!name.empty()) {
    const std::string_view step = name.substr(0, name.find('/'));
    name.remove_prefix(std::min(step.size() + 1, name.size()));
    if (!step.empty() && step != ".") out.append(out.empty() ? "" : "/").append(step);
  }
  return lower_ascii(out);
}

const char* objection_to_name(std::string_view name) {
  if (name.empty()) return "Il nome del file è vuoto.";
  if (has_deceptive(name)) return "Il nome del file contiene caratteri di controllo o ingannevoli.";
  if (name.front() == '/' || (name.size() > 1 && name[1] == ':'))
    return "Il nome del file è un percorso assoluto.";
  if (climbs(name)) return "Il nome del file risale le cartelle con due punti (..).";
  return nullptr;
}

bool is_xml_name(std::string_view name) { return ends_with(lower_ascii(name), ".xml"); }

bool is_archive_name(std::string_view name) {
  const std::string folded = lower_ascii(name);
  for (const std::string_view end :
       {".zip", ".jar", ".7z", ".rar", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".zst", ".cab"})
    if (ends_with(folded, end)) return true;
  return false;
}

bool is_archive_content(std::string_view bytes) {
  using namespace std::string_view_literals;
  for (const std::string_view magic :
       {"PK\x03\x04"sv, "PK\x05\x06"sv, "PK\x07\x08"sv, "7z\xBC\xAF\x27\x1C"sv, "Rar!\x1A\x07"sv,
        "\x1F\x8B"sv, "BZh"sv, "\xFD\x37zXZ\0"sv, "\x28\xB5\x2F\xFD"sv})
    if (bytes.substr(0, magic.size()) == magic) return true;
  return false;
}

std::string printable_name(std::string_view name) {
  std::string out;
  while (!name.empty()) {
    const std::size_t good = std::min(first_bad_utf8(name), name.size());
    for (std::size_t at = 0; at < good;) {
      const auto [c, length] = character_at(name, at);
      if (is_deceptive(c))
        out += fmt::format("\\u{{{:04X}}}", c);
      else
        out += name.substr(at, length);
      at += length;
    }
    name.remove_prefix(good);
    if (!name.empty()) {
      out += fmt::format("\\x{:02X}", static_cast<unsigned char>(name.front()));
      name.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace incontro
