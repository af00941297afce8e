#include "incentives/rules.h"

namespace incontro {
namespace {

std::vector<Condition> conditions_of(std::string_view codes) {
  std::vector<Condition> conditions;
  while (true) {
    const std::size_t space = codes.find(' ');
    conditions.push_back(condition_of(codes.substr(0, space)));
    if (space == std::string_view::npos) return conditions;
    codes.remove_prefix(space + 1);
  }
}

std::vector<Rule> read_rules() {
  const CodeTable& table = code_table(Table::incentive);
  std::vector<Rule> rules;
  for (std::size_t i = 0; i < table.rows().size(); ++i) {
    const auto row = static_cast<CodeIndex>(i);
    rules.push_back({row, table.row(row).from, table.row(row).to,
                     conditions_of(table.extra(row, "conditions"))});
  }
  return rules;
}

}  // namespace

std::span<const Rule> incentive_rules() {
  static const std::vector<Rule> rules = read_rules();
  return rules;
}

}  // namespace incontro
