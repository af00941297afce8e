#include <incontro/assert.h>
#include <incontro/fields.h>

#include <algorithm>

namespace incontro {

FieldDomain::FieldDomain(Table table)
    : rows_(code_table(table).rows()), table_(&code_table(table)) {
  INCONTRO_ASSERT(rows_.size() < no_code && "a code table outgrew the 16-bit columns");
  find_roots_and_branches();
}

FieldDomain::FieldDomain(std::span<const CodeRow> rows) : rows_(rows) { find_roots_and_branches(); }

void FieldDomain::find_roots_and_branches() {
  for (std::size_t value = 0; value < size(); ++value) {
    const CodeIndex above = parent(static_cast<CodeIndex>(value));
    // Parents come before their children.
    roots_.push_back(above == no_code ? static_cast<CodeIndex>(value) : roots_[above]);
    branches_.push_back(level(static_cast<CodeIndex>(value)) <= 1 ? static_cast<CodeIndex>(value)
                                                                  : branches_[above]);
  }
}

std::string_view FieldDomain::code(CodeIndex value) const {
  return value < rows_.size() ? rows_[value].code : std::string_view("-");
}

std::string_view FieldDomain::label(CodeIndex value) const {
  return value < rows_.size() ? rows_[value].label : std::string_view("Non indicato");
}

CodeIndex FieldDomain::parent(CodeIndex value) const {
  return value < rows_.size() ? rows_[value].parent : no_code;
}

CodeIndex FieldDomain::last(CodeIndex value) const {
  return value < rows_.size() ? rows_[value].last : value;
}

std::uint8_t FieldDomain::level(CodeIndex value) const {
  return value < rows_.size() ? rows_[value].level : 0;
}

std::optional<CodeIndex> FieldDomain::find(std::string_view code) const {
  if (code == "-") return unstated();
  if (table_) return table_->find(code);
  const auto row = std::ranges::find(rows_, code, &CodeRow::code);
  if (row == rows_.end()) return std::nullopt;
  return static_cast<CodeIndex>(row - rows_.begin());
}

}  // namespace incontro
