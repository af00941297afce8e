#include "match/reason_words.h"

#include <algorithm>

#include "match/reason_texts.h"

namespace incontro {
namespace {

constexpr std::size_t most_listed = 6;

}  // namespace

std::string listed(Tongue tongue, const std::vector<std::string>& items) {
  const auto end = items.begin() + static_cast<std::ptrdiff_t>(std::min(items.size(), most_listed));
  std::string list = fmt::format("{}", fmt::join(items.begin(), end, ", "));
  if (items.size() > most_listed) list += say(tongue, reasons::others, items.size() - most_listed);
  return list;
}

std::string grouped(Tongue tongue, std::uint32_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t place = digits.size(); place > 3; place -= 3)
    digits.insert(place - 3, reasons::thousands.in(tongue));
  return digits;
}

std::string label_of(Table table, CodeIndex row) {
  return row == no_code ? std::string() : std::string(code_table(table).row(row).label);
}

std::vector<std::string> labels_of(Table table, std::uint32_t rows) {
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < code_table(table).rows().size(); ++i)
    if (rows >> i & 1) labels.push_back(label_of(table, static_cast<CodeIndex>(i)));
  return labels;
}

}  // namespace incontro
