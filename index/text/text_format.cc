#include "text/text_format.h"

#include <fmt/format.h>

#include <charconv>

namespace incontro {
namespace {

constexpr int layout_version = 2;

}  // namespace

std::string text_format() {
  return fmt::format("{} {:016x}", layout_version, document_fingerprint());
}

std::string document_data(const Document& document) {
  return fmt::format("{}\t{:016x}", document.code, digest(document));
}

TextReader::Entry entry_of(DocumentNumber number, const std::string& data) {
  TextReader::Entry entry{number, data.substr(0, data.rfind('\t')), 0};
  const char* const hex = data.data() + entry.code.size() + 1;
  if (entry.code.size() < data.size())
    std::from_chars(hex, data.data() + data.size(), entry.digest, 16);
  return entry;
}

std::string identity_text(std::uint64_t identity) { return fmt::format("{:016x}", identity); }

std::uint64_t identity_in(const std::string& metadata) {
  std::uint64_t identity = 0;
  std::from_chars(metadata.data(), metadata.data() + metadata.size(), identity, 16);
  return identity;
}

std::uint64_t number_in(const std::string& metadata) {
  std::uint64_t number = 0;
  std::from_chars(metadata.data(), metadata.data() + metadata.size(), number);
  return number;
}

}  // namespace incontro
