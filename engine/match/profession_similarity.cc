#include "match/profession_similarity.h"

#include <incontro/assert.h>

#include <cmath>

namespace incontro {
namespace {

constexpr std::uint8_t class_level = 2, unit_level = 4;

const CodeTable& professions() { return code_table(Table::profession); }

// Hundred thousandths, so that twice a content times full_units fits 32 bits.
using Content = std::uint32_t;
constexpr Content full_content = 100'000;

const std::vector<Content>& contents() {
  static const std::vector<Content> contents = [] {
    const auto rows = professions().rows();
    const double log_rows = std::log(static_cast<double>(rows.size()));
    std::vector<Content> all(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      all[i] = static_cast<Content>(
          std::lround(full_content * (1 - std::log(rows[i].last - i + 1.0) / log_rows)));
    return all;
  }();
  return contents;
}

// Above 0 for any two rows, because no branch is the whole table.
Units lin(Content ancestor, Content a, Content b) {
  return (2 * ancestor * full_units + (a + b) / 2) / (a + b);
}

CodeRange range_at(CodeIndex row, std::uint8_t level) {
  INCONTRO_ASSERT(row != no_code);
  while (professions().row(row).level > level) row = professions().row(row).parent;
  if (professions().row(row).level < level) return {row, row};
  return {row, professions().row(row).last};
}

}  // namespace

Units profession_similarity(CodeIndex a, CodeIndex b) {
  if (a == no_code || b == no_code) return 0;
  CodeIndex ancestor = a;
  while (ancestor != no_code && !within({ancestor, professions().row(ancestor).last}, b))
    ancestor = professions().row(ancestor).parent;
  if (ancestor == no_code) return 0;
  return lin(contents()[ancestor], contents()[a], contents()[b]);
}

std::vector<Units> similarities_to(CodeIndex row) {
  const std::vector<Content>& content = contents();
  std::vector<Units> similarities(content.size());
  // Each ancestor is the nearest common one of what lies below it and not below the one before it.
  std::size_t done_begin = row, done_end = row;
  for (CodeIndex ancestor = row; ancestor != no_code;
       ancestor = professions().row(ancestor).parent) {
    const std::size_t end = professions().row(ancestor).last + std::size_t{1};
    const auto fill = [&](std::size_t from, std::size_t to) {
      for (std::size_t i = from; i < to; ++i)
        similarities[i] = lin(content[ancestor], content[row], content[i]);
    };
    fill(ancestor, done_begin);
    fill(done_end, end);
    done_begin = ancestor;
    done_end = end;
  }
  return similarities;
}

CodeRange class_range(CodeIndex row) { return range_at(row, class_level); }
CodeRange unit_range(CodeIndex row) { return range_at(row, unit_level); }

bool same_class(CodeIndex a, CodeIndex b) {
  return a != no_code && b != no_code && within(class_range(a), b);
}

}  // namespace incontro
