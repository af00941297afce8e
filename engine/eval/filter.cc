#include "eval/filter.h"

#include <algorithm>
#include <utility>

namespace incontro {
namespace {

// By number of a column: 1 where it passes. The numbers of a multiple field are sets; a closed set
// holds an accepted node exactly when a value of it lies below that node.
std::vector<std::uint8_t> accepted_numbers(const Field& field, const Column& column,
                                           const PlannedFilter& filter) {
  if (!field.multiple) return filter.accept;
  std::vector<std::uint8_t> accepted(column.sets());
  for (std::size_t s = 0; s < column.sets(); ++s)
    accepted[s] = std::ranges::any_of(column.set(s),
                                      [&](CodeIndex value) { return filter.accept[value] != 0; });
  return accepted;
}

}  // namespace

void filter_block(const Block& block, const Plan& plan, Matches& matches, Filtered& filtered) {
  filtered.passed_but.resize(plan.filters.size());
  for (auto& offsets : filtered.passed_but) offsets.clear();
  if (plan.filters.empty()) {
    std::swap(filtered.passed, matches);
    return;
  }

  // How many filters each match fails, and the last of those.
  std::vector<std::uint8_t> failures(matches.offsets.size(), 0), failed(matches.offsets.size(), 0);
  const auto note = [&](std::size_t i, bool fails, std::size_t f) {
    failures[i] = static_cast<std::uint8_t>(failures[i] + fails);
    if (fails) failed[i] = static_cast<std::uint8_t>(f);
  };
  for (std::size_t f = 0; f < plan.filters.size(); ++f) {
    const PlannedFilter& filter = plan.filters[f];
    const Field& field = fields_of(plan.collection)[filter.field];
    if (field.kind == FieldKind::age) {
      for (std::size_t i = 0; i < matches.offsets.size(); ++i)
        note(i, plan.today - block.published[matches.offsets[i]] >= filter.age_limit, f);
      continue;
    }
    const Column& column = block.columns[filter.field];
    const auto accepted = accepted_numbers(field, column, filter);
    for (std::size_t i = 0; i < matches.offsets.size(); ++i)
      note(i, !accepted[column.numbers[matches.offsets[i]]], f);
  }

  filtered.passed.offsets.clear();
  filtered.passed.scores.clear();
  for (std::size_t i = 0; i < matches.offsets.size(); ++i) {
    if (failures[i] == 0) {
      filtered.passed.offsets.push_back(matches.offsets[i]);
      if (!matches.scores.empty()) filtered.passed.scores.push_back(matches.scores[i]);
    } else if (failures[i] == 1) {
      filtered.passed_but[failed[i]].push_back(matches.offsets[i]);
    }
  }
}

}  // namespace incontro
