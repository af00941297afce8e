#include "documents.h"

#include <charconv>
#include <stdexcept>

namespace peer {
namespace {

template <class Number>
Number number_in(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    throw std::runtime_error("'" + std::string(text) + "' is not a number");
  return number;
}

}  // namespace

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  if (text.empty()) return parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

Documents::Documents(const std::filesystem::path& file) : in_(file, std::ios::binary) {
  if (!std::getline(in_, line_)) throw std::runtime_error(file.string() + " cannot be read");
  const auto columns = split(line_, '\t');
  if (columns.size() < 4) throw std::runtime_error(file.string() + " has too few columns");
  fields_.assign(columns.begin() + 2, columns.end() - 2);
}

bool Documents::next(Document& document) {
  if (!std::getline(in_, line_)) return false;
  const auto cells = split(line_, '\t');
  if (cells.size() != fields_.size() + 4) throw std::runtime_error("a line with missing columns");
  document.number = number_in<std::uint32_t>(cells[0]);
  document.day = number_in<std::int32_t>(cells[1]);
  document.facets.assign(cells.begin() + 2, cells.end() - 2);
  document.stems = cells[cells.size() - 2];
  document.words = cells.back();
  return true;
}

}  // namespace peer
