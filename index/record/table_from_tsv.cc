#include "record/table_from_tsv.h"

#include <incontro/assert.h>

#include <algorithm>
#include <array>

namespace incontro {
namespace {

constexpr std::array<std::string_view, 5> standard_columns = {"code", "label", "parent", "from",
                                                              "to"};

void split(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  for (std::size_t begin = 0;;) {
    const std::size_t tab = line.find('\t', begin);
    cells.push_back(line.substr(begin, tab - begin));
    if (tab == std::string_view::npos) return;
    begin = tab + 1;
  }
}

std::optional<Date> date_or_none(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const auto date = parse_date(text);
  INCONTRO_ASSERT(date && "a date of a code table is not a date");
  return date;
}

}  // namespace

TableFromTsv::TableFromTsv(std::string_view file) {
  INCONTRO_ASSERT(file.data() != nullptr && file.ends_with('\n') && "a code table is not embedded");
  const auto lines = static_cast<std::size_t>(std::ranges::count(file, '\n'));
  rows_.reserve(lines);
  places_.reserve(2 * lines);  // half-empty buckets: a chain is one step
  std::vector<std::string_view> cells;
  bool header = true;
  while (!file.empty()) {
    const std::string_view line = file.substr(0, file.find('\n'));
    file.remove_prefix(line.size() + 1);
    split(line, cells);
    INCONTRO_ASSERT(cells.size() >= standard_columns.size());
    const auto after = cells.begin() + standard_columns.size();
    if (header) {
      INCONTRO_ASSERT(std::equal(standard_columns.begin(), standard_columns.end(), cells.begin()));
      columns_.assign(after, cells.end());
      extras_.reserve(columns_.size() * lines);
      header = false;
      continue;
    }
    INCONTRO_ASSERT(cells.size() == standard_columns.size() + columns_.size());
    const auto place = static_cast<CodeIndex>(rows_.size());
    CodeRow row{.code = cells[0],
                .label = cells[1],
                .last = place,
                .from = date_or_none(cells[3]),
                .to = date_or_none(cells[4])};
    if (!cells[2].empty()) {
      const auto parent = places_.find(cells[2]);
      INCONTRO_ASSERT(parent != places_.end() && "a row comes before its parent");
      row.parent = parent->second;
      row.level = static_cast<std::uint8_t>(rows_[row.parent].level + 1);
    }
    [[maybe_unused]] const bool fresh = places_.emplace(row.code, place).second;
    INCONTRO_ASSERT(fresh && "a code stands twice in its table");
    rows_.push_back(row);
    extras_.insert(extras_.end(), after, cells.end());
  }
  // Tree order makes a node's descendants the rows that follow it.
  for (std::size_t i = rows_.size(); i-- > 0;)
    if (rows_[i].parent != no_code) {
      CodeIndex& last = rows_[rows_[i].parent].last;
      last = std::max(last, rows_[i].last);
    }
}

std::optional<CodeIndex> TableFromTsv::find(std::string_view code) const {
  const auto place = places_.find(code);
  if (place == places_.end()) return std::nullopt;
  return place->second;
}

std::string_view TableFromTsv::extra(CodeIndex row, std::string_view column) const {
  const auto place = std::ranges::find(columns_, column);
  if (place == columns_.end()) return {};
  return extras_[row * columns_.size() + static_cast<std::size_t>(place - columns_.begin())];
}

}  // namespace incontro
