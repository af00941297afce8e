#include <fmt/format.h>
#include <incontro/text_table.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string_view>
#include <unordered_map>

#include "xml/encoding.h"

namespace incontro {
namespace {

constexpr std::size_t most_findings = 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Result<std::string> read_file(const std::filesystem::path& file) {
  std::error_code none;
  if (!std::filesystem::exists(file, none))
    return Error{Code::not_found, "no such file: " + file.string()};
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  if (in.peek() != std::ifstream::traits_type::eof()) bytes << in.rdbuf();
  // A directory opens, and fails at the first reading.
  if (!in.is_open() || in.bad() || bytes.fail())
    return Error{Code::io, "cannot be read: " + file.string()};
  return bytes.str();
}

std::vector<std::string_view> cells_of(std::string_view line, std::size_t most) {
  std::vector<std::string_view> cells;
  while (cells.size() + 1 < most) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) break;
    cells.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  cells.push_back(line);
  return cells;
}

class Reader {
 public:
  explicit Reader(FirstLine first_line) : first_line_(first_line) {}

  TextTable run(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    bool first = true;
    for (line_ = 1; !text.empty() && table_.findings.size() < most_findings; ++line_) {
      std::string_view line = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(line.size() + 1, text.size()));
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty()) continue;
      take(line, first);
      first = false;
    }
    if (table_.rows.empty() && table_.findings.empty()) {
      line_ = 1;
      refuse("table.empty",
             "Non c'è nessuna riga: scriverne una per testo, con identificativo, "
             "tabulazione e testo.");
    }
    if (!table_.findings.empty()) table_.rows.clear();
    return std::move(table_);
  }

 private:
  void refuse(const char* rule, std::string reason) {
    table_.findings.push_back({Grade::blocking, rule, line_, "", std::move(reason)});
  }

  void take(std::string_view line, bool first) {
    if (first_bad_utf8(line) != std::string_view::npos)
      return refuse("table.encoding",
                    "Il testo non è UTF-8 ben formato: salvare il file in UTF-8.");
    if (first) {
      const auto cells = cells_of(line, std::string_view::npos);
      if (first_line_ == FirstLine::names || cells.front() == "id") {
        names_ = {cells.begin(), cells.end()};
        if (names_.size() < 2) refuse("table.cells", "La riga deve nominare almeno due colonne.");
        return;
      }
    }
    const auto cells = cells_of(line, names_.empty() ? 2 : std::string_view::npos);
    const std::size_t wanted = std::max<std::size_t>(names_.size(), 2);
    if (cells.size() != wanted)
      return refuse("table.cells",
                    fmt::format("Colonne nella riga: {}; ne servono {}: separarle con una "
                                "tabulazione e togliere le tabulazioni dai testi.",
                                cells.size(), wanted));
    add(cells);
  }

  void add(const std::vector<std::string_view>& cells) {
    TextRow row;
    row.id = cells.front();
    if (row.id.empty() || row.id.find_first_of(" \f\v\r") != std::string::npos)
      return refuse("table.id", "L'identificativo è vuoto o contiene spazi: scriverne uno senza.");
    const auto [seen, fresh] = lines_.try_emplace(row.id, line_);
    if (!fresh)
      return refuse("table.duplicate-id",
                    fmt::format("L'identificativo «{}» è già alla riga {}: darne uno diverso a "
                                "ogni riga.",
                                row.id, seen->second));
    for (std::size_t i = 1; i < cells.size(); ++i) {
      std::string& part = i < names_.size() && names_[i] == "title" ? row.title : row.text;
      if (!part.empty()) part += ' ';
      part += cells[i];
    }
    table_.rows.push_back(std::move(row));
  }

  FirstLine first_line_;
  std::vector<std::string> names_;  // of the columns; empty where the table has none
  std::unordered_map<std::string, std::size_t> lines_;  // by id
  std::size_t line_ = 0;
  TextTable table_;
};

}  // namespace

Result<TextTable> read_text_table(const std::filesystem::path& file, FirstLine first_line) {
  const Result<std::string> bytes = read_file(file);
  if (!bytes) return bytes.error();
  return Reader(first_line).run(*bytes);
}

}  // namespace incontro
