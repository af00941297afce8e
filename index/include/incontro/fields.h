#pragma once

#include <incontro/codes.h>
#include <incontro/record.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// The values that a field can take, numbered in tree order: a code table's rows, or a short list of
// its own (SI and NO). After the last comes one more, `unstated()`, for records that say nothing.
class FieldDomain {
 public:
  explicit FieldDomain(Table table);
  explicit FieldDomain(std::span<const CodeRow> rows);

  CodeIndex unstated() const { return static_cast<CodeIndex>(rows_.size()); }
  std::size_t size() const { return rows_.size() + 1; }
  // Code and label of a value; "-" and "Non indicato" for unstated().
  std::string_view code(CodeIndex value) const;
  std::string_view label(CodeIndex value) const;
  CodeIndex parent(CodeIndex value) const;  // no_code for a root
  CodeIndex last(CodeIndex value) const;    // last descendant, itself for a leaf
  std::uint8_t level(CodeIndex value) const;
  std::optional<CodeIndex> find(std::string_view code) const;
  // By value: the root above it; itself for a root and in lists.
  const std::vector<CodeIndex>& roots() const { return roots_; }
  // By value: the child of a root above it; itself for such a child and for a root.
  const std::vector<CodeIndex>& branches() const { return branches_; }

 private:
  void find_roots_and_branches();

  std::span<const CodeRow> rows_;
  const CodeTable* table_ = nullptr;
  std::vector<CodeIndex> roots_, branches_;
};

// A value that a record has on the days [from, to] only; to is no_day where it has no end.
struct DatedValue {
  CodeIndex value = no_code;
  Day from = 0, to = no_day;

  bool holds_on(Day day) const { return from <= day && day <= to; }
  auto operator<=>(const DatedValue&) const = default;
};

enum class FieldKind : std::uint8_t {
  flat,  // a list of codes
  tree,  // a node stands for all its descendants
  flag,  // SI, NO
  age,   // days since publication: cumulative buckets "1", "3", "7", "14", "31"
};

// One row of a collection's table: what can be filtered by and counted. Adding a facet is adding a
// row (fields.cc) and a visible name in the message catalogues.
struct Field {
  std::string_view name;  // as in --where NAME=CODE, in URLs and in the catalogues
  FieldKind kind;
  bool multiple;  // a record may have several values
  const FieldDomain* domain;
  // Reads the record's values, in any order, repeats allowed; nothing appended: unstated.
  void (*read)(const Record& record, std::vector<CodeIndex>& values);
  // The values are not read, but found in the text of the public view (skills.h).
  bool tagged = false;
  // A long list, of which a facet shows no more values than these, the most frequent; the selected
  // ones and the unstated are shown beside them. 0: all are shown. For flat, multiple fields.
  std::size_t most_shown = 0;
  // Where set, the values depend on the day, and are read by this instead: a multiple tree of two
  // levels. At most one field a collection.
  void (*read_dated)(const Record& record, std::vector<DatedValue>& values) = nullptr;

  bool dated() const { return read_dated != nullptr; }
};

// In the order in which facets are shown.
std::span<const Field> fields_of(Collection collection);
// Place in fields_of(), or nothing for an unknown name.
std::optional<std::size_t> find_field(Collection collection, std::string_view name);

// Ages in days that the age field offers: published today or up to N-1 days before.
inline constexpr int age_buckets[] = {1, 3, 7, 14, 31};

}  // namespace incontro
