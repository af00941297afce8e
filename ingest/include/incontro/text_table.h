#pragma once

#include <incontro/finding.h>
#include <incontro/result.h>

#include <filesystem>
#include <string>
#include <vector>

namespace incontro {

struct TextRow {
  std::string id;     // no blanks in it
  std::string title;  // empty where the table has no such column
  std::string text;   // all other columns, a space between them
};

// A table of texts to be ranked, or of queries: UTF-8, a line a row, tabs between the cells, the id
// in the first. A byte order mark, CR before LF and empty lines are passed over.
struct TextTable {
  std::vector<TextRow> rows;  // in the order of the file; none when anything is wrong
  Findings findings;          // all blocking, with their lines; a page of them at most
};

enum class FirstLine {
  perhaps_names,  // names the columns if its first cell is `id`; else a row like the others
  names,          // names the columns, whatever they are called
};

// A column named `title` is the title; a row must have as many cells as the names. Without names
// there are two columns, and further tabs belong to the text.
//
// The only Error is a file that cannot be read (not_found, io). Findings: table.cells (no tab, too
// few or too many cells), table.id (empty, or with blanks), table.duplicate-id, table.encoding,
// table.empty.
Result<TextTable> read_text_table(const std::filesystem::path& file, FirstLine first_line);

}  // namespace incontro
