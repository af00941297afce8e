#pragma once

#include <incontro/codes.h>

#include <string_view>
#include <unordered_map>
#include <vector>

namespace incontro {

// A table as its file has it: a header line `code label parent from to ...`, then a line a row,
// parents before their descendants. Views point into the file's bytes, which must stay. A file that
// breaks the form is a mistake of ours and trips an assertion.
class TableFromTsv final : public CodeTable {
 public:
  explicit TableFromTsv(std::string_view file);

  std::span<const CodeRow> rows() const override { return rows_; }
  std::optional<CodeIndex> find(std::string_view code) const override;
  std::string_view extra(CodeIndex row, std::string_view column) const override;

 private:
  std::vector<std::string_view> columns_;  // those after `to`
  std::vector<CodeRow> rows_;
  std::vector<std::string_view> extras_;  // rows times columns
  std::unordered_map<std::string_view, CodeIndex> places_;
};

}  // namespace incontro
